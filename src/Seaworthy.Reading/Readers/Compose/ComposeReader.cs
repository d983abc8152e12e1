using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Compose.Values;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>Reads Compose files: by name, or any YAML file whose content is one.</summary>
/// <remarks>Source: the Compose specification.</remarks>
internal sealed class ComposeReader : Reader
{
    public override bool Accepts(string path) =>
        path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    public override Artifact? Read(FileSyntax file)
    {
        // A workflow that tries Compose out is called after it.
        var isNamed = ComposeContent.IsNamed(file.File.Name) && !file.File.Path.StartsWith(".github/workflows/", StringComparison.Ordinal);
        if (!isNamed && !ComposeContent.MayBe(file.File.Text))
        {
            return null;
        }

        var syntax = file.Yaml;
        return syntax.Root switch
        {
            // A file that is named so and could not be read at all is a broken Compose file.
            null => isNamed && syntax.Problems.Count > 0 ? new ComposeFile(file.File) { Problems = syntax.Problems } : null,
            MappingNode root => ComposeContent.KindOf(root, isNamed) switch
            {
                ComposeKind.Current => Current(file.File, root, syntax),
                ComposeKind.Legacy => Legacy(file.File, root, syntax),
                _ => null,
            },
            _ => null,
        };
    }

    private static ComposeFile Current(SourceFile file, MappingNode written, NodeFile syntax)
    {
        // What follows a fault of syntax was read by guess: nothing is held against it.
        var isGuess = syntax.Problems.Any(IsFault);
        var misplaced = isGuess ? [] : MisplacedSections.In(written);
        var root = MisplacedSections.Moved(written, misplaced);
        var references = ComposeReferences.Of(root);
        return new(file)
        {
            Name = ComposeValues.Text(root.Get("name")),
            Version = root.Get("version")?.Fact,
            Includes = [.. (root.Get("include")?.Items ?? []).Select(ResourceReading.Include).OfType<ComposeInclude>()],
            CommentedIncludes = [.. CommentedItems.Of(file, "include")],
            Services = [.. Entries(root, "services").Select(ServiceReading.Service)],
            Networks = [.. Entries(root, "networks").Select(ResourceReading.Network)],
            Volumes = [.. Entries(root, "volumes").Select(ResourceReading.Volume)],
            Secrets = [.. Entries(root, "secrets").Select(ResourceReading.Secret)],
            Configs = [.. Entries(root, "configs").Select(ResourceReading.Config)],
            Models = [.. Entries(root, "models").Select(entry => new Fact<string>(entry.Key, entry.KeySpan))],
            Extensions =
            [
                .. root
                    .Pairs.Where(entry => entry.Key.StartsWith("x-", StringComparison.Ordinal))
                    .Select(entry => new Fact<string>(entry.Key, entry.KeySpan)),
            ],
            MergeMarks = MergeMarkReading.Marks(root),
            Demands =
            [
                .. references.Where(part => part.Value.IsRequired).Select(part => new Fact<string>(part.Value.Variable ?? "", part.Span)),
            ],
            Problems =
            [
                .. syntax.Problems,
                .. isGuess ? [] : ComposeCheck.Problems(root, references),
                .. misplaced.Select(section => MisplacedSections.Report(section, written)),
            ],
        };
    }

    private static ComposeFile Legacy(SourceFile file, MappingNode root, NodeFile syntax) =>
        new(file)
        {
            IsLegacy = true,
            Services = [.. root.Pairs.Where(entry => entry.Value is MappingNode).Select(ServiceReading.Service)],
            Problems =
            [
                .. syntax.Problems,
                new Problem(
                    ProblemKind.InvalidValue,
                    "services are at the top level, as in version 1 of the format; Compose needs them under 'services:'",
                    root.Pairs[0].KeySpan
                ),
            ],
        };

    private static bool IsFault(Problem problem) => problem.Kind is ProblemKind.Syntax or ProblemKind.ConflictMarker or ProblemKind.Limit;

    private static IEnumerable<NodeEntry> Entries(MappingNode root, string key) =>
        (root.Get(key)?.Entries ?? []).Where(entry => entry.Value.Tag is not "!reset");
}
