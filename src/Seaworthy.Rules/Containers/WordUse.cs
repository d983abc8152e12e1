namespace Seaworthy.Rules.Containers;

/// <summary>When a list of words is run.</summary>
internal enum WordUse
{
    Start,
    Build,
    Check,
}
