using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Discovery;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Dockerfiles;
using Seaworthy.Reading.Readers.Secrets;

namespace Seaworthy.Reading;

/// <summary>What the files of a repository say, each taken alone: all readers that accept its name are asked, file by file in parallel.</summary>
internal sealed class FileExtraction(Repository repository, RepositoryTree tree, IReadOnlyList<Reader> readers)
{
    // Large source trees have a tenth of it.
    private const long MostText = 150_000_000;

    /// <remarks>Source: Git LFS specification, "The Pointer".</remarks>
    private const string LargeFilePointer = "version https://git-lfs.github.com/spec/";

    private readonly PassedOver foreign = new();
    private readonly ConcurrentBag<Diagnostic> diagnostics = [];
    private readonly ConcurrentBag<EmptyFile> empty = [];
    private readonly HashSet<string> dockerfiles = new(StringComparer.Ordinal);
    private long total;

    /// <summary>What could not be read, and the files that were not asked.</summary>
    /// <param name="deployment">A file that it uses leaves a hole when it cannot be read, whatever it is called.</param>
    public IEnumerable<Diagnostic> Diagnostics(Deployment deployment)
    {
        // Most repositories have no such file, and every report asks.
        Lazy<UsedPaths> used = new(() => new UsedPaths(tree, deployment.Paths.Where(use => !UsedPaths.IsContent(tree, use))));
        return diagnostics
            .Select(diagnostic =>
                diagnostic is { Kind: DiagnosticKind.FileTooLarge or DiagnosticKind.FileBinary, Path: { } path }
                && (used.Value.HasFile(path) || used.Value.Around(path).Any())
                    ? diagnostic with
                    {
                        Kind = DiagnosticKind.FileUnreadable,
                    }
                    : diagnostic
            )
            .Concat(foreign.Tell() is { } note ? [note] : []);
    }

    /// <summary>What is there and says nothing, or lies only on this disk.</summary>
    public IEnumerable<UnjudgedFile> Unjudged(Deployment deployment)
    {
        // Only an audit asks, and all that is named is joined for it.
        var named = Asker.As("the search for hidden files", () => new NamedFiles(deployment));
        foreach (var file in empty)
        {
            if (file.IsExpected || named.Contains(file.Path) || HiddenFiles.IsBesideManifests(file.Path, deployment))
            {
                yield return new UnjudgedFile(file.Path, file.Why);
            }
        }

        foreach (var hidden in HiddenFiles.Of(deployment, named, path => readers.Any(reader => reader.Accepts(path))))
        {
            yield return hidden;
        }
    }

    /// <summary>The repository's own files; those of others are passed over.</summary>
    public IReadOnlyList<Artifact> Own()
    {
        RepositoryFile[] files = [.. tree.Files.Where(file => file.IsReadable)];
        // Asked before anything is opened: most files of a repository say nothing about deployment.
        var accepting = new Reader[files.Length][];
        Parallel.For(0, files.Length, index => accepting[index] = Accepting(files[index].Path));
        return Extract(files, accepting);
    }

    /// <summary>Files not asked so far that a deployment names: passed over for where they lie, or called like no Dockerfile.</summary>
    public IReadOnlyList<string> Named(Deployment deployment)
    {
        var named = foreign.IsEmpty ? [] : NamedForeignFiles.Of(deployment, foreign.Paths);
        foreign.Remove(named);
        var built = deployment
            .Paths.Where(use => use.Role == PathRole.Dockerfile)
            .Select(use => UsedPaths.PathOf(tree, use))
            .Where(path => tree.HasFile(path) && !readers.Any(reader => reader.Accepts(path)))
            .Where(dockerfiles.Add)
            .ToList();
        return [.. named.Union(built)];
    }

    /// <summary>Certain files, wherever they lie.</summary>
    public IReadOnlyList<Artifact> Of(IReadOnlyList<string> paths)
    {
        RepositoryFile[] files = [.. paths.Select(tree.Find).OfType<RepositoryFile>().Where(file => file.IsReadable)];
        return Extract(
            files,
            [
                .. files.Select(file =>
                    readers
                        .Where(reader => reader.Accepts(file.Path) || (reader is DockerfileReader && dockerfiles.Contains(file.Path)))
                        .ToArray()
                ),
            ]
        );
    }

    private Artifact[] Extract(RepositoryFile[] files, Reader[][] accepting)
    {
        var count = WithinLimit(files, accepting);
        var found = new IReadOnlyList<Artifact>[count];
        Parallel.For(0, count, index => found[index] = accepting[index].Length == 0 ? [] : Extract(files[index], accepting[index]));
        return [.. found.SelectMany(artifacts => artifacts)];
    }

    private Reader[] Accepting(string path)
    {
        Reader[] accepting = [.. readers.Where(reader => reader.Accepts(path))];
        if (accepting.Length > 0 && ForeignFiles.DirectoryOf(tree, path) is { } directory)
        {
            foreign.Add(path, directory);
            return [];
        }

        return accepting;
    }

    /// <summary>How many files are read: each is bounded in size, and a tree of a few objects can hold thousands of the largest.</summary>
    private int WithinLimit(RepositoryFile[] files, Reader[][] accepting)
    {
        for (var index = 0; index < files.Length; index++)
        {
            var size = accepting[index].Length == 0 ? 0 : (tree.Resolve(files[index].Path) ?? files[index]).Size;
            total += size > Repository.MaximumSize ? 0 : size;
            if (total > MostText)
            {
                diagnostics.Add(
                    new Diagnostic(
                        DiagnosticKind.LimitReached,
                        $"The deployment files together exceed {MostText / 1_000_000} MB; this one and the rest were not read.",
                        files[index].Path
                    )
                );
                return index;
            }
        }

        return files.Length;
    }

    private IReadOnlyList<Artifact> Extract(RepositoryFile file, Reader[] accepting)
    {
        var content = repository.Read(tree, file);
        if (content.Diagnostic is { } diagnostic && (diagnostic.Kind != DiagnosticKind.FileBinary || PromisesText(file.Path)))
        {
            Refuse(diagnostic, file.Path);
        }

        if (content.Text is not { } text)
        {
            return [];
        }

        if (text.StartsWith(LargeFilePointer, StringComparison.Ordinal))
        {
            Refuse(new Diagnostic(DiagnosticKind.FileBinary, "The file is in Git LFS; its contents were not read.", file.Path), file.Path);
            return [];
        }

        FileSyntax syntax = new(new SourceFile(file.Path, text));
        List<Artifact> artifacts = [.. accepting.Select(reader => Apply(reader.GetType(), syntax, reader.Read)).OfType<Artifact>()];
        if (EmptyFiles.Of(file.Path, text, artifacts) is { } nothing)
        {
            empty.Add(nothing);
        }

        if (artifacts is [var first, ..])
        {
            artifacts[0] = first with { SecretValues = Apply(typeof(NamedValues), syntax, file => NamedValues.In(file.Parsed)) ?? [] };
        }

        if (
            (
                artifacts.SelectMany(artifact => artifact.Problems).FirstOrDefault(problem => problem.Kind == ProblemKind.Limit)
                ?? syntax.Limit
            ) is
            { } limit
        )
        {
            diagnostics.Add(
                new Diagnostic(
                    DiagnosticKind.LimitReached,
                    $"{char.ToUpperInvariant(limit.Message[0])}{limit.Message[1..].TrimEnd('.')}; the rest was not judged.",
                    file.Path
                )
            );
        }

        return artifacts;
    }

    /// <summary>A limit that keeps tables and pictures out is no reason to judge without a Dockerfile.</summary>
    private void Refuse(Diagnostic diagnostic, string path)
    {
        var isHole = diagnostic.Kind is DiagnosticKind.FileTooLarge or DiagnosticKind.FileBinary && DecidingFiles.Holds(path);
        diagnostics.Add(isHole ? diagnostic with { Kind = DiagnosticKind.FileUnreadable } : diagnostic);
    }

    // A name without an extension promises nothing (programs, images), but for those that are the name of a kind: Dockerfile, Procfile, Makefile.
    private static bool PromisesText(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Contains('.', StringComparison.Ordinal) || name.EndsWith("file", StringComparison.Ordinal);
    }

    // A crash in one reader costs that file, never the audit.
    private T? Apply<T>(Type reader, FileSyntax syntax, Func<FileSyntax, T?> read)
        where T : class
    {
#pragma warning disable CA1031 // Whatever it is.
        try
        {
            return read(syntax);
        }
        catch (Exception exception)
        {
            diagnostics.Add(Diagnostic.Crash(DiagnosticKind.ReaderCrashed, $"{reader.Name} failed", exception, syntax.File.Path));
            return null;
        }
#pragma warning restore CA1031
    }
}
