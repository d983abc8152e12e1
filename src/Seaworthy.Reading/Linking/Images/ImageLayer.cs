using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>What one instruction does to a stage's file system. Paths are absolute, without a trailing slash.</summary>
internal abstract record ImageLayer(SourceSpan Span)
{
    /// <summary>The directory or file of which the layer speaks: of a path that lies neither below nor above, it has nothing to say.</summary>
    public abstract string Root { get; }

    /// <summary>The layer mentions its root and nothing below.</summary>
    public virtual bool IsOfOnePath => false;

    /// <summary>With its root it makes every directory above.</summary>
    public virtual bool MakesParents => false;

    /// <summary>It knows of no path to be there.</summary>
    public virtual bool OnlyOpens => false;

    /// <summary>Layers of one root whose kinds are equal say the same of every path; null for one that has no like.</summary>
    public virtual object? Kind => null;

    /// <summary>What this layer says of a path; null when it says nothing.</summary>
    public abstract PathAnswer? Find(string path);

    /// <summary>What this layer says of a source that somebody wrote, which no tool makes.</summary>
    public virtual PathAnswer? FindSource(string path) => Find(path);

    /// <summary>Files of the repository that this layer copies to somewhere below a directory.</summary>
    public virtual IEnumerable<CopiedFile> CopiedUnder(string directory) => [];

    /// <summary>Where this layer puts a file of the repository.</summary>
    public virtual IEnumerable<Fact<string>> PathsOf(string source) => [];

    /// <summary>A file or directory made here, and with it every directory above.</summary>
    public sealed record Made(string Path, string? SourcePath, SourceSpan Span) : ImageLayer(Span)
    {
        public override string Root => Path;

        public override bool IsOfOnePath => true;

        public override bool MakesParents => true;

        public override PathAnswer? Find(string path) =>
            path == Path ? new PathAnswer(Presence.Present, path, SourcePath, Span)
            : ImagePath.Inside(path, Path) is not null ? new PathAnswer(Presence.Present, path, null, Span)
            : null;

        public override IEnumerable<CopiedFile> CopiedUnder(string directory) =>
            SourcePath is not null && ImagePath.Inside(directory, Path) is not null ? [new CopiedFile(Path, SourcePath)] : [];

        public override IEnumerable<Fact<string>> PathsOf(string source) => source == SourcePath ? [new Fact<string>(Path, Span)] : [];
    }

    /// <summary>A directory of the build context, copied with everything that is sent of it.</summary>
    public sealed record CopiedDirectory(string Destination, BuildContext Context, string Source, SourceSpan Span) : ImageLayer(Span)
    {
        public override string Root => Destination;

        public override bool MakesParents => true;

        // A stage is built in one context.
        public override object? Kind => new DirectoryKind(Source);

        public override PathAnswer? Find(string path)
        {
            if (ImagePath.Inside(path, Destination) is not null)
            {
                return new PathAnswer(Presence.Present, path, null, Span);
            }

            if (ImagePath.Inside(Destination, path) is not { } rest)
            {
                return null;
            }

            var answer = Context.Look(Source.Length == 0 ? rest : $"{Source}/{rest}");
            return answer.Presence switch
            {
                Presence.Present => new PathAnswer(Presence.Present, path, answer.Looked, Span),
                Presence.OtherCase or Presence.IgnoredByDocker or Presence.IgnoredByGit => answer with { Looked = path },
                _ => null,
            };
        }

        public override IEnumerable<CopiedFile> CopiedUnder(string directory)
        {
            if (ImagePath.Inside(directory, Destination) is null && ImagePath.Inside(Destination, directory) is null)
            {
                return [];
            }

            var start = Context.Look(Source).Looked;
            return Context
                .Tree.FilesUnder(start)
                .Select(file => new CopiedFile(
                    ImagePath.Under(Destination, start.Length == 0 ? file.Path : file.Path[(start.Length + 1)..]),
                    file.Path
                ))
                .Where(pair => ImagePath.Inside(directory, pair.Path) is not null);
        }

        public override IEnumerable<Fact<string>> PathsOf(string source)
        {
            var start = Context.Look(Source).Looked;
            var rest =
                start.Length == 0 ? source
                : source.StartsWith(start + "/", StringComparison.Ordinal) ? source[(start.Length + 1)..]
                : null;
            return
                rest is not null
                && Context.Look(Source.Length == 0 ? rest : $"{Source}/{rest}") is { Presence: Presence.Present, Looked: var found }
                && found == source
                ? [new Fact<string>(ImagePath.Under(Destination, rest), Span)]
                : [];
        }
    }

    /// <summary>A file that the pattern of a COPY means and the ignore file keeps out of the build.</summary>
    public sealed record KeptOut(string Path, PathAnswer Answer, SourceSpan Span) : ImageLayer(Span)
    {
        public override string Root => Path;

        public override bool IsOfOnePath => true;

        public override PathAnswer? Find(string path) => path == Path ? Answer with { Looked = path } : null;
    }

    /// <summary>A path of another stage, copied with everything below it.</summary>
    public sealed record CopiedFromStage(string Destination, ImageFiles Stage, string Source, SourceSpan Span) : ImageLayer(Span)
    {
        public override string Root => Destination;

        public override bool MakesParents => true;

        public override object? Kind => new StagePath(Stage, Source);

        public override PathAnswer? Find(string path) => Find(path, Stage.Find);

        public override PathAnswer? FindSource(string path) => Find(path, Stage.FindSource);

        private PathAnswer? Find(string path, Func<string, PathAnswer> find)
        {
            if (ImagePath.Inside(path, Destination) is { Length: > 0 })
            {
                return new PathAnswer(Presence.Present, path, null, Span);
            }

            if (ImagePath.Inside(Destination, path) is not { } rest)
            {
                return null;
            }

            var answer = find(rest.Length == 0 ? Source : $"{Source.TrimEnd('/')}/{rest}");
            return answer.Presence switch
            {
                Presence.Present => answer with { Looked = path },
                Presence.Unknown => answer with { Looked = path },
                Presence.Absent when answer.Why is null => null,
                _ => answer with { Looked = path },
            };
        }

        public override IEnumerable<CopiedFile> CopiedUnder(string directory)
        {
            var part =
                ImagePath.Inside(directory, Destination) is not null ? Source
                : ImagePath.Inside(Destination, directory) is { } inner ? ImagePath.Under(Source, inner)
                : null;
            return part is null
                ? []
                : from file in Stage.CopiedUnder(part)
                let arrived = Arrived(file.Path)
                where arrived is not null
                select file with
                {
                    Path = arrived,
                };
        }

        public override IEnumerable<Fact<string>> PathsOf(string source) =>
            from path in Stage.PathsOf(source)
            let arrived = Arrived(path.Value)
            where arrived is not null
            select path with
            {
                Value = arrived,
            };

        /// <summary>Where a path of the stage is here; null for what is not copied.</summary>
        private string? Arrived(string path) =>
            ImagePath.Inside(Source.Length > 1 ? Source.TrimEnd('/') : Source, path) is { } rest
                ? ImagePath.Under(Destination, rest)
                : null;
    }

    /// <summary>A directory in which more may exist than the tree tells.</summary>
    public sealed record Opened(string Directory, string Why, SourceSpan Span) : ImageLayer(Span)
    {
        /// <summary>Paths of the directory that still cannot be created here; null when all can.</summary>
        public Func<string, bool>? Lacks { get; init; }

        /// <summary>Two such layers that lack the same carry equal words for it; null for one that is alone with what it lacks.</summary>
        public string? LacksAs { get; init; }

        public override string Root => Directory;

        public override bool OnlyOpens => true;

        public override object? Kind => Lacks is null || LacksAs is not null ? new OpenKind(LeavesSources, LacksAs) : null;

        /// <summary>A package manager, a build or a generator opens it, which makes no source that somebody wrote.</summary>
        public bool LeavesSources { get; init; }

        public override PathAnswer? Find(string path) =>
            ImagePath.Inside(Directory, path) is not null && Lacks?.Invoke(path) != true
                ? new PathAnswer(Presence.Unknown, path, null, Span, Why)
                : null;

        public override PathAnswer? FindSource(string path) => LeavesSources ? null : Find(path);
    }

    /// <summary>What a build is known not to have made, whatever lay in the sources under these names.</summary>
    /// <param name="Directory">What is built.</param>
    /// <param name="Because">What says so, when something does.</param>
    public sealed record LeftOut(string Directory, Func<string, bool> Lacks, SourceSpan? Because, SourceSpan Span) : ImageLayer(Span)
    {
        public override string Root => Directory;

        /// <summary>What was made instead; null when nothing is known to be.</summary>
        public Func<string, string?> Explain { get; init; } = _ => null;

        public override PathAnswer? Find(string path) =>
            Lacks(path) ? new PathAnswer(Presence.Absent, path, null, Because, Explain(path)) : null;
    }

    /// <summary>What a build is known to make.</summary>
    public sealed record Built(string Directory, Func<string, bool> Makes, SourceSpan Span) : ImageLayer(Span)
    {
        public override string Root => Directory;

        public override PathAnswer? Find(string path) => Makes(path) ? new PathAnswer(Presence.Present, path, null, Span) : null;
    }

    /// <summary>Directories of one name, anywhere below another, in which more may exist: the <c>node_modules</c> of every workspace.</summary>
    public sealed record OpenedEverywhere(string Directory, string Name, string Why, SourceSpan Span) : ImageLayer(Span)
    {
        public override string Root => Directory;

        public override bool OnlyOpens => true;

        public override object? Kind => Lacks is null ? new EverywhereKind(Name) : null;

        public Func<string, bool>? Lacks { get; init; }

        public override PathAnswer? Find(string path) =>
            ImagePath.Inside(Directory, path) is { } rest && rest.Split('/').Contains(Name) && Lacks?.Invoke(path) != true
                ? new PathAnswer(Presence.Unknown, path, null, Span, Why)
                : null;
    }

    /// <summary>What another layer makes, less what lies in directories that are only lent to the step: caches and other mounts.</summary>
    public sealed record Lent(ImageLayer Layer, IReadOnlyList<string> Directories, SourceSpan Span) : ImageLayer(Span)
    {
        public override string Root => Layer.Root;

        public override bool IsOfOnePath => Layer.IsOfOnePath;

        public override bool MakesParents => Layer.MakesParents;

        public override bool OnlyOpens => Layer.OnlyOpens;

        public override object? Kind => Layer.Kind is { } kind ? new LentKind(kind, string.Join('\n', Directories)) : null;

        public override PathAnswer? Find(string path) =>
            Directories.Any(directory => ImagePath.Inside(directory, path) is { Length: > 0 }) ? null : Layer.Find(path);

        public override PathAnswer? FindSource(string path) =>
            Directories.Any(directory => ImagePath.Inside(directory, path) is { Length: > 0 }) ? null : Layer.FindSource(path);
    }

    private sealed record DirectoryKind(string Source);

    private sealed record EverywhereKind(string Name);

    private sealed record OpenKind(bool LeavesSources, string? LacksAs);

    private sealed record LentKind(object Kind, string Directories);

    private sealed record StagePath(ImageFiles Stage, string Source);
}
