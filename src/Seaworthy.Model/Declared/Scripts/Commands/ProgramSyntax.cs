namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>How a program that runs an application says what it runs and where it listens.</summary>
internal sealed record ProgramSyntax(OptionGrammar Grammar)
{
    /// <summary>What its first operand is.</summary>
    public OperandKind Operand { get; init; } = OperandKind.File;

    /// <summary>Verbs that come before the operand and start something; empty when the program has no verbs.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>Verbs (or, without verbs, every use) for development only.</summary>
    public IReadOnlyList<string> DevelopmentVerbs { get; init; } = [];

    public IReadOnlyList<string> Host { get; init; } = [];

    public IReadOnlyList<string> Port { get; init; } = [];

    /// <summary>Options whose value holds host and port.</summary>
    public IReadOnlyList<string> Bind { get; init; } = [];

    public IReadOnlyList<string> Workers { get; init; } = [];

    public IReadOnlyList<string> Reload { get; init; } = [];

    public IReadOnlyList<string> Application { get; init; } = [];

    public IReadOnlyList<string> SourceDirectory { get; init; } = [];

    public IReadOnlyList<string> ConfigurationFile { get; init; } = [];

    /// <summary>What an operand of the program is.</summary>
    internal enum OperandKind
    {
        None,
        File,
        Application,
        Directory,
    }
}
