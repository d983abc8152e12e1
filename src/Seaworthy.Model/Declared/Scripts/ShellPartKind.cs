namespace Seaworthy.Model.Declared.Scripts;

/// <summary>What a stretch of a shell word is.</summary>
public enum ShellPartKind
{
    Literal,
    Variable,
    Substitution,

    /// <summary>A hole of the surrounding format (a workflow's <c>${{ }}</c>), filled before the shell sees the text.</summary>
    Expression,
}
