using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Manifests.Python;

/// <summary>Collects the logical lines of a requirements file.</summary>
internal sealed class RequirementsScan
{
    private static readonly (string Short, string Long, Option Option)[] Options =
    [
        ("-r", "--requirement", Option.Include),
        ("-c", "--constraint", Option.Constraint),
        ("-e", "--editable", Option.Editable),
        ("-i", "--index-url", Option.Index),
        ("-i", "--extra-index-url", Option.Index),
        ("-f", "--find-links", Option.Index),
    ];

    private readonly List<Dependency> dependencies = [];
    private readonly List<RequirementsInclude> includes = [];
    private readonly List<Fact<string>> indexes = [];
    private readonly List<Problem> problems = [];
    private bool requiresHashes;

    private enum Option
    {
        Include,
        Constraint,
        Editable,
        Index,
    }

    public void Add(string line, SourceSpan span)
    {
        line = line.Trim();
        if (line.Length == 0)
        {
            return;
        }

        if (line.StartsWith('-'))
        {
            AddOption(line, span);
            return;
        }

        var options = line.IndexOf(" --", StringComparison.Ordinal);
        var hashed = options >= 0 && line.IndexOf("--hash", options, StringComparison.Ordinal) >= 0;
        requiresHashes |= hashed;
        AddDependency(options < 0 ? line : line[..options].TrimEnd(), span);
    }

    /// <summary>Most of it is no requirement: prose, unless pip's own name says otherwise.</summary>
    public bool IsProse => problems.Count > dependencies.Count + includes.Count;

    // A file of pip's name that holds no requirement at all (prose) still is one: pip would refuse it.
    public Requirements Result(SourceFile file) =>
        new(file)
        {
            Dependencies = dependencies,
            Includes = includes,
            Indexes = indexes,
            RequiresHashes = requiresHashes,
            Problems = problems,
        };

    private void AddDependency(string text, SourceSpan span)
    {
        var dependency = IsAddress(text) ? Address(text, span) : Pep508.Parse(text, DependencyKind.Runtime, span);
        if (dependency is null)
        {
            problems.Add(new Problem(ProblemKind.Syntax, $"Not a requirement: {Shorten(text)}", span));
            return;
        }

        dependencies.Add(dependency);
    }

    private void AddOption(string line, SourceSpan span)
    {
        if (line.StartsWith("--require-hashes", StringComparison.Ordinal))
        {
            requiresHashes = true;
            return;
        }

        foreach (var (@short, @long, option) in Options)
        {
            if (ValueOf(line, @long) is { } longValue)
            {
                AddOption(option, longValue, span);
                return;
            }

            if (!line.StartsWith("--", StringComparison.Ordinal) && line.StartsWith(@short, StringComparison.Ordinal))
            {
                AddOption(option, line[@short.Length..].TrimStart('=', ' ', '\t'), span);
                return;
            }
        }
    }

    private void AddOption(Option option, string value, SourceSpan span)
    {
        switch (option)
        {
            case Option.Include or Option.Constraint:
                includes.Add(new RequirementsInclude(value, option == Option.Constraint, span));
                break;
            case Option.Editable:
                dependencies.Add(Address(value, span));
                break;
            default:
                indexes.Add(new Fact<string>(value, span));
                break;
        }
    }

    private static string? ValueOf(string line, string option) =>
        line.StartsWith(option, StringComparison.Ordinal) && line.Length > option.Length && line[option.Length] is '=' or ' ' or '\t'
            ? line[(option.Length + 1)..].Trim()
            : null;

    private static bool IsAddress(string text) =>
        text.StartsWith('.')
        || text.StartsWith('/')
        || text.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0
            && !text[..scheme].Contains('@', StringComparison.Ordinal)
            && !text[..scheme].Contains(' ', StringComparison.Ordinal);

    /// <summary>A path or address; its name is what <c>#egg=</c> says, else the last part of it.</summary>
    private static Dependency Address(string text, SourceSpan span)
    {
        var mark = text.IndexOf(" ;", StringComparison.Ordinal);
        var address = mark < 0 ? text : text[..mark];
        var egg = address.IndexOf("#egg=", StringComparison.Ordinal);
        var name = egg >= 0 ? address[(egg + 5)..].Split('&', '[')[0] : LastPart(address);
        return new Dependency(name, null, DependencyKind.Runtime, Pep508.SourceOf(address), span)
        {
            Location = egg >= 0 ? address[..egg] : address,
        };
    }

    private static string LastPart(string address)
    {
        var bracket = address.IndexOf('[', StringComparison.Ordinal);
        var path = (bracket < 0 ? address : address[..bracket]).TrimEnd('/');
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
