namespace Seaworthy.Model.Known;

/// <summary>Variables for another image or an earlier release, which an image does not read.</summary>
/// <param name="Names">A name that ends in <c>*</c> is a prefix.</param>
/// <param name="Of">The image that reads them.</param>
/// <param name="Consequence">What the program does without them, after <c>ignores them and</c>.</param>
public sealed record ForeignVariables(IReadOnlyList<string> Names, string Of, string Consequence)
{
    /// <summary>How the names begin of what it reads instead.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>Options of its command that say the same.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Directories of files that may say the same.</summary>
    public IReadOnlyList<string> Directories { get; init; } = [];

    /// <summary>Those of the names that nobody gives a program but to configure it with them; empty when all are.</summary>
    public IReadOnlyList<string> Decisive { get; init; } = [];

    public bool Has(string variable) => Names.Any(name => Means(name, variable));

    public bool IsDecisive(string variable) => Has(variable) && (Decisive.Count == 0 || Decisive.Any(name => Means(name, variable)));

    private static bool Means(string name, string variable) =>
        name is [.., '*'] ? variable.StartsWith(name[..^1], StringComparison.Ordinal) : name == variable;
}
