using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Settings;

/// <summary>Where an environment lies, and of which files it is made: <c>environments: {staging: …}</c>.</summary>
/// <param name="Name">As <c>--env</c> takes it.</param>
/// <param name="Span">The place of the statement.</param>
public sealed record DeclaredEnvironment(string Name, SourceSpan Span)
{
    public const int LongestName = 40;

    /// <summary>It can stand behind the name of a project, and in names of containers.</summary>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= LongestName
            && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
    }

    /// <summary>Its hosts in order, or one cluster, as <c>--on</c> takes them; none for the machine where the command runs.</summary>
    public IReadOnlyList<Fact<string>> Hosts { get; init; } = [];

    /// <summary>Compose files that are loaded together, from the directory of the configuration.</summary>
    public IReadOnlyList<Fact<string>> ComposeFiles { get; init; } = [];

    /// <summary>Files of variables in place of <c>.env</c>, from the directory of the configuration.</summary>
    public IReadOnlyList<Fact<string>> EnvFiles { get; init; } = [];

    /// <summary>The target that is deployed, where no Compose files are named.</summary>
    public Fact<string>? Target { get; init; }

    /// <summary>The hosts under which its services are reached.</summary>
    public IReadOnlyList<DeclaredDomain> Domains { get; init; } = [];

    /// <summary>How many hosts are deployed at once.</summary>
    public int? Batch { get; init; }

    /// <summary>How many hosts may fail before the rest is left alone.</summary>
    public int? MaxFailures { get; init; }
}
