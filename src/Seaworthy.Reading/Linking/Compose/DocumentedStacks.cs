using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Source;
using ComposeLine = Seaworthy.Model.Declared.Scripts.Commands.ComposeCommand;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Compose files that a document tells people to load together: <c>docker compose -f compose.yaml -f deploy/compose.build.yaml up</c>.</summary>
internal sealed class DocumentedStacks
{
    private readonly List<IReadOnlyList<ComposeFile>> documented;

    public DocumentedStacks(Deployment deployment, IReadOnlyDictionary<string, ComposeFile> files) =>
        documented = [
            .. from document in deployment.Of<Document>()
            from command in document.Commands
            from line in ComposeCalls.In(command)
            where line is { Files.Count: > 1, ProjectDirectory: null }
            let loaded = Loaded(document, line, files)
            where loaded.Count == line.Files.Count
            orderby loaded.Count
            select loaded,
        ];

    /// <summary>The files that documents load with this one over others, in order; if several commands do, the fewest files.</summary>
    public IReadOnlyList<ComposeFile>? Over(ComposeFile file) => documented.Find(files => files[0] != file && files.Contains(file));

    // Documents are written for somebody at the root, or beside them.
    private static IReadOnlyList<ComposeFile> Loaded(Document document, ComposeLine line, IReadOnlyDictionary<string, ComposeFile> files) =>
        new[] { "", document.File.Directory }
            .Select(directory =>
                line.Files.Select(word =>
                        word.Literal is { } text && RepositoryPath.Join(directory, text) is { } path ? files.GetValueOrDefault(path) : null
                    )
                    .OfType<ComposeFile>()
                    .Distinct()
                    .ToList()
            )
            .MaxBy(found => found.Count)
        ?? [];
}
