using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Reading.Linking;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Secrets;

namespace Seaworthy.Reading;

/// <summary>From a repository's bytes to its deployment: discover, then parse and extract file by file in parallel, then link.</summary>
public sealed class DeploymentReader
{
    // Large source trees have a tenth of it.
    private const long MostText = 150_000_000;

    private readonly IReadOnlyList<Reader> readers;
    private readonly Func<RepositoryTree, IReadOnlyList<Artifact>, ConcurrentBag<Diagnostic>, Deployment> link;

    /// <param name="outside">What somebody tells of the world outside the tree.</param>
    public DeploymentReader(OutsideFacts? outside = null)
        : this(AllReaders.List, (tree, artifacts, diagnostics) => Linker.Link(tree, artifacts, diagnostics, outside)) { }

    internal DeploymentReader(
        IReadOnlyList<Reader> readers,
        Func<RepositoryTree, IReadOnlyList<Artifact>, ConcurrentBag<Diagnostic>, Deployment> link
    )
    {
        this.readers = readers;
        this.link = link;
    }

    /// <summary>Makes the readers, which search for some thousands of words: before they are needed.</summary>
    public static void Prepare() => _ = AllReaders.List;

    public DeploymentReading Read(Repository repository)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return Read(repository, repository.List());
    }

    /// <param name="repository">Whose files are read.</param>
    /// <param name="listing">What it answered when it was asked for its paths.</param>
    public DeploymentReading Read(Repository repository, RepositoryListing listing)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(listing);
        ConcurrentBag<Diagnostic> diagnostics = [.. listing.Diagnostics];
        PassedOver foreign = new();
        var artifacts = Extract(repository, listing.Tree, foreign, diagnostics);
        if (foreign.Tell() is { } note)
        {
            diagnostics.Add(note);
        }

        var deployment = Link(listing.Tree, artifacts, diagnostics);
        return new DeploymentReading(
            deployment,
            [
                .. diagnostics
                    .OrderBy(diagnostic => diagnostic.Path, StringComparer.Ordinal)
                    .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal),
            ]
        );
    }

    private Artifact[] Extract(Repository repository, RepositoryTree tree, PassedOver foreign, ConcurrentBag<Diagnostic> diagnostics)
    {
        RepositoryFile[] files = [.. tree.Files.Where(file => file.IsReadable)];
        // Asked before anything is opened: most files of a repository say nothing about deployment.
        var accepting = new Reader[files.Length][];
        Parallel.For(0, files.Length, index => accepting[index] = Accepting(tree, files[index].Path, foreign));
        var count = WithinLimit(tree, files, accepting, diagnostics);
        var found = new IReadOnlyList<Artifact>[count];
        Parallel.For(
            0,
            count,
            index =>
                found[index] =
                    accepting[index].Length == 0 ? [] : ExtractFile(repository, tree, files[index], accepting[index], diagnostics)
        );
        return [.. found.SelectMany(artifacts => artifacts)];
    }

    private Reader[] Accepting(RepositoryTree tree, string path, PassedOver foreign)
    {
        Reader[] accepting = [.. readers.Where(reader => reader.Accepts(path))];
        if (accepting.Length > 0 && ForeignFiles.DirectoryOf(tree, path) is { } directory)
        {
            foreign.Add(directory);
            return [];
        }

        return accepting;
    }

    /// <summary>How many files are read: each is bounded in size, and a tree of a few objects can hold thousands of the largest.</summary>
    private static int WithinLimit(RepositoryTree tree, RepositoryFile[] files, Reader[][] accepting, ConcurrentBag<Diagnostic> diagnostics)
    {
        long total = 0;
        for (var index = 0; index < files.Length; index++)
        {
            var size = accepting[index].Length == 0 ? 0 : (tree.Resolve(files[index].Path) ?? files[index]).Size;
            total += size > Repository.MaximumSize ? 0 : size;
            if (total > MostText)
            {
                diagnostics.Add(
                    new Diagnostic(
                        DiagnosticKind.LimitReached,
                        $"The files that say something about deployment have more than {MostText / 1_000_000} MB together: from this one on, none was read.",
                        files[index].Path
                    )
                );
                return index;
            }
        }

        return files.Length;
    }

    private static IReadOnlyList<Artifact> ExtractFile(
        Repository repository,
        RepositoryTree tree,
        RepositoryFile file,
        Reader[] accepting,
        ConcurrentBag<Diagnostic> diagnostics
    )
    {
        var content = repository.Read(tree, file);
        if (content.Diagnostic is { } diagnostic && (diagnostic.Kind != DiagnosticKind.FileBinary || PromisesText(file.Path)))
        {
            diagnostics.Add(IsHole(diagnostic, file.Path) ? diagnostic with { Kind = DiagnosticKind.FileUnreadable } : diagnostic);
        }

        if (content.Text is not { } text)
        {
            return [];
        }

        FileSyntax syntax = new(new SourceFile(file.Path, text));
        List<Artifact> artifacts = [.. accepting.Select(reader => Apply(reader, syntax, diagnostics)).OfType<Artifact>()];
        if (artifacts is [var first, ..])
        {
            artifacts[0] = first with { SecretValues = NamedValues.In(syntax.Parsed) };
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
                    $"{char.ToUpperInvariant(limit.Message[0])}{limit.Message[1..].TrimEnd('.')}; what stands behind was not judged.",
                    file.Path
                )
            );
        }

        return artifacts;
    }

    /// <summary>A limit that keeps tables and pictures out is no reason to judge without a Dockerfile.</summary>
    private static bool IsHole(Diagnostic diagnostic, string path) =>
        diagnostic.Kind is DiagnosticKind.FileTooLarge or DiagnosticKind.FileBinary && DecidingFiles.Holds(path);

    // A name without an extension promises nothing (programs, images), but for those that are the name of a kind: Dockerfile, Procfile, Makefile.
    private static bool PromisesText(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Contains('.', StringComparison.Ordinal) || name.EndsWith("file", StringComparison.Ordinal);
    }

    private static Artifact? Apply(Reader reader, FileSyntax syntax, ConcurrentBag<Diagnostic> diagnostics)
    {
#pragma warning disable CA1031 // A crash in one reader costs that file, never the audit.
        try
        {
            return reader.Read(syntax);
        }
        catch (Exception exception)
        {
            diagnostics.Add(Crash(DiagnosticKind.ReaderCrashed, $"{reader.GetType().Name} failed", exception, syntax.File.Path));
            return null;
        }
#pragma warning restore CA1031
    }

    private Deployment Link(RepositoryTree tree, IReadOnlyList<Artifact> artifacts, ConcurrentBag<Diagnostic> diagnostics)
    {
#pragma warning disable CA1031 // A crash in linking leaves what each file says taken alone.
        try
        {
            return link(tree, artifacts, diagnostics);
        }
        catch (Exception exception)
        {
            diagnostics.Add(Crash(DiagnosticKind.LinkingCrashed, "Joining the files failed", exception.GetBaseException(), path: null));
            return new Deployment { Tree = tree, Artifacts = artifacts };
        }
#pragma warning restore CA1031
    }

    // The message of an exception may quote the machine; its type does not.
    private static Diagnostic Crash(DiagnosticKind kind, string what, Exception exception, string? path) =>
        new(kind, $"{what} with {exception.GetType().Name}. This is a fault of Seaworthy.", path) { Trace = exception.ToString() };
}
