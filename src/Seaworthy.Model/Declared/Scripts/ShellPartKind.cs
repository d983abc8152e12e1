namespace Seaworthy.Model.Declared.Scripts;

/// <summary>What a stretch of a shell word is.</summary>
public enum ShellPartKind
{
    Literal,
    Variable,
    Substitution,
}
