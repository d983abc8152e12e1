using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Reading.Linking;
using Seaworthy.Reading.Readers;

namespace Seaworthy.Reading;

/// <summary>From a repository's bytes to its deployment: discover, then parse and extract file by file in parallel, then link.</summary>
public sealed class DeploymentReader
{
    private const int MostRounds = 8;
    private const string Named = "the search for named files";

    private readonly IReadOnlyList<Reader> readers;
    private readonly Func<RepositoryTree, IReadOnlyList<Artifact>, ConcurrentBag<Diagnostic>, Deployment> link;

    /// <param name="outside">What somebody tells of the world outside the tree.</param>
    /// <param name="ofRules">The relations that rules bring along; the judge passes those of all rules.</param>
    public DeploymentReader(OutsideFacts? outside = null, IEnumerable<Relation>? ofRules = null)
        : this(AllReaders.List, (tree, artifacts, diagnostics) => Linker.Link(tree, artifacts, diagnostics, outside, ofRules)) { }

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
        FileExtraction extraction = new(repository, listing.Tree, readers);
        var artifacts = extraction.Own();
        ConcurrentBag<Diagnostic> faults = [];
        var deployment = Link(listing.Tree, artifacts, faults);
        // What a named file names is read in turn.
        for (var round = 0; Asker.As(Named, () => extraction.Named(deployment)) is { Count: > 0 } named; round++)
        {
            if (round == MostRounds)
            {
                faults.Add(EndlessNames(named[0]));
                break;
            }

            artifacts = [.. artifacts.Concat(extraction.Of(named)).OrderBy(artifact => artifact.File.Path, StringComparer.Ordinal)];
            faults = [];
            deployment = Link(listing.Tree, artifacts, faults);
        }

        return new DeploymentReading(deployment, listing.Diagnostics.Concat(extraction.Diagnostics(deployment)).Concat(faults))
        {
            Unjudged = extraction.Unjudged(deployment),
        };
    }

    /// <summary>Those of some files of a repository that say something about deployment, by their content.</summary>
    public static IReadOnlySet<string> Telling(Repository repository, RepositoryTree tree, IReadOnlyList<string> paths) =>
        new FileExtraction(repository, tree, AllReaders.List)
            .Of(paths)
            .Select(artifact => artifact.File.Path)
            .ToHashSet(StringComparer.Ordinal);

    private static Diagnostic EndlessNames(string path) =>
        new(
            DiagnosticKind.LimitReached,
            $"Files below directories of packages or test input refer to one another more than {MostRounds} times in a row; this one and the rest were not read.",
            path
        );

    private Deployment Link(RepositoryTree tree, IReadOnlyList<Artifact> artifacts, ConcurrentBag<Diagnostic> diagnostics)
    {
#pragma warning disable CA1031 // A crash in linking leaves what each file says taken alone.
        try
        {
            return link(tree, artifacts, diagnostics);
        }
        catch (Exception exception)
        {
            diagnostics.Add(
                Diagnostic.Crash(DiagnosticKind.LinkingCrashed, "Joining the files failed", exception.GetBaseException(), path: null)
            );
            return new Deployment { Tree = tree, Artifacts = artifacts };
        }
#pragma warning restore CA1031
    }
}
