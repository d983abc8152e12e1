namespace Seaworthy.Model.Known.Runtimes;

/// <summary>When a package fails with its runtime.</summary>
public enum BreakMoment
{
    /// <summary>When it is installed: nothing of it is built for that runtime, and its source does not compile.</summary>
    Installation,

    /// <summary>When the program is built with it.</summary>
    Build,

    /// <summary>When the program loads it.</summary>
    Start,
}
