using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Effects;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Walks the instructions of one stage and keeps what they leave: files, working directory, user, command.</summary>
internal sealed class StageLinker
{
    private readonly DockerStage stage;
    private readonly StageVariables variables;
    private readonly BuildContext? context;
    private readonly RunEffects effects;
    private readonly IReadOnlyDictionary<DockerStage, ImageStage> earlier;
    private readonly OwnBases bases;
    private readonly LayerIndex layers = new();
    private readonly Dictionary<DockerInstruction, string?> directories = new(ReferenceEqualityComparer.Instance);
    private readonly List<StageCommand> commands = [];
    private readonly List<Fact<int>> ports = [];
    private string? directory = "/";
    private Fact<string>? user;
    private CommandLine? entrypoint;
    private CommandLine? command;

    public StageLinker(
        DockerStage stage,
        StageVariables variables,
        BuildContext? context,
        RunEffects effects,
        IReadOnlyDictionary<DockerStage, ImageStage> earlier,
        OwnBases bases
    )
    {
        this.stage = stage;
        this.variables = variables;
        this.context = context;
        this.effects = effects;
        this.earlier = earlier;
        this.bases = bases;
    }

    public ImageStage Link()
    {
        var baseName = variables.ResolveBase(stage.Base);
        var below = BaseStage(baseName);
        var builtUpon = below is null ? bases.Find(baseName.Text, stage) : null;
        var publicBase = Begin(baseName, below ?? builtUpon?.Final);
        foreach (var instruction in stage.Instructions)
        {
            directories[instruction] = directory;
            Apply(instruction);
        }

        return new ImageStage
        {
            Declared = stage,
            Base = baseName,
            PublicBase = publicBase,
            BuiltUpon = builtUpon,
            WorkingDirectory = directory,
            User = user,
            UserId = user is null ? null : UserNumbers.Of(user, stage),
            Entrypoint = entrypoint,
            Command = command,
            ExposedPorts = ports,
            Files = Files(),
            Commands = commands,
            DirectoryAt = directories,
        };
    }

    private LayeredFiles Files() => new(layers, layers.Count);

    private PublicImage? Begin(Resolved baseName, ImageStage? parent)
    {
        if (parent is not null)
        {
            layers.Add(new ImageLayer.CopiedFromStage("/", parent.Files, "/", stage.Span));
            (directory, user, entrypoint, command) = (parent.WorkingDirectory, parent.User, parent.Entrypoint, parent.Command);
            ports.AddRange(parent.ExposedPorts);
            return parent.PublicBase;
        }

        var known = baseName.Text is { } text ? PublicImages.Find(text) : null;
        directory = known is null && baseName.Text is not "scratch" ? null : known?.WorkingDirectory ?? "/";
        layers.AddRange(BaseImageFiles.Layers(baseName, known, stage.Base.Span));
        return known;
    }

    private ImageStage? BaseStage(Resolved baseName)
    {
        var declared = stage.BaseStage ?? (baseName.Text is { } text ? variables.Dockerfile.StageBefore(stage, text) : null);
        return declared is not null ? earlier.GetValueOrDefault(declared) : null;
    }

    private void Apply(DockerInstruction instruction)
    {
        switch (instruction)
        {
            case DockerInstruction.Workdir workdir:
                directory = Text(workdir.Path, workdir) is { } path ? ImagePath.Join(directory, path) : null;
                if (directory is not null)
                {
                    layers.Add(new ImageLayer.Made(directory, null, workdir.Span));
                }

                break;
            case DockerInstruction.Copy copy:
                Copy(copy);
                break;
            case DockerInstruction.Run run:
                Run(run);
                break;
            case DockerInstruction.User named:
                user = Text(named.Name, named) is { } name ? new Fact<string>(name, named.Span) : null;
                break;
            case DockerInstruction.Entrypoint entry:
                // Source: Dockerfile reference, "Understand how CMD and ENTRYPOINT interact": an ENTRYPOINT resets the base's CMD.
                entrypoint = entry.Command;
                command = stage.Cmd is null ? null : command;
                break;
            case DockerInstruction.Cmd cmd:
                command = cmd.Command;
                break;
            case DockerInstruction.Expose expose:
                Expose(expose);
                break;
            default:
                break;
        }
    }

    private void Run(DockerInstruction.Run run)
    {
        var lent = RunEffects.Lent(run, directory).Select(path => new ImageLayer.Opened(path, "it is mounted there", run.Span)).ToList();
        foreach (var (command, here, made) in effects.Of(run, directory, Files, name => variables.Value(name, stage, run)))
        {
            commands.Add(
                new StageCommand(run, command, here, lent.Count == 0 ? Files() : new LayeredFiles(layers, layers.Count, lent))
                {
                    Number = commands.Count,
                }
            );
            layers.AddRange(made);
        }
    }

    private void Expose(DockerInstruction.Expose expose)
    {
        // Of a mapping, the container's side.
        if (int.TryParse((Text(expose.Text, expose) ?? "").Split('/')[0].Split(':')[^1], out var port))
        {
            ports.Add(new Fact<int>(port, expose.Span));
        }
    }

    private void Copy(DockerInstruction.Copy copy)
    {
        var destination = copy.Destination is { } written ? Text(written, copy) : null;
        if (destination is null || copy.ShellSyntax is not null || ImagePath.Join(directory, destination) is not { } target)
        {
            layers.Add(new ImageLayer.Opened("/", "an earlier COPY writes to an unknown directory", copy.Span));
            return;
        }

        var intoDirectory =
            destination is [.., '/'] or "." or ".."
            || copy.Sources.Count + copy.Heredocs.Count > 1
            || Files().Find(target) is { Presence: Presence.Present, Actual: null };
        foreach (var source in copy.Sources)
        {
            var pattern = intoDirectory && copy is { From: null, KeepsParents: false } ? Text(source, copy) : null;
            var matches = pattern is null ? [] : context?.Matches(pattern).ToList() ?? [];
            // A pattern that takes files of a clone takes no others there; one that takes none waits for what a build will make.
            if (matches.Count == 0 && (pattern is null || context is null || !IsLackingLock(context, pattern)))
            {
                layers.Add(CopyOne(copy, Text(source, copy), target, intoDirectory));
            }

            layers.AddRange(
                pattern is null || matches.Count == 0 || context is null
                    ? []
                    : context
                        .KeptOut(pattern)
                        .Select(file => new ImageLayer.KeptOut(ImagePath.Under(target, ImagePath.NameOf(file.Looked)), file, copy.Span))
            );
            layers.AddRange(matches.Select(file => new ImageLayer.Made(ImagePath.Under(target, ImagePath.NameOf(file)), file, copy.Span)));
            layers.AddRange(intoDirectory ? MatchesOfStage(copy, source, target) : []);

            if (intoDirectory && MayBeProgram(copy, Text(source, copy)) is { } file)
            {
                layers.Add(
                    new ImageLayer.CopiedFromStage(ImagePath.Under(target, ImagePath.NameOf(file.Path)), file.Files, file.Path, copy.Span)
                );
            }
        }

        foreach (var heredoc in copy.Heredocs)
        {
            layers.Add(new ImageLayer.Made(intoDirectory ? ImagePath.Under(target, heredoc.Name) : target, null, copy.Span));
        }
    }

    /// <summary>The files of the repository that <c>COPY --from=builder /app/package*.json ./</c> takes; the stage may have made more.</summary>
    private IEnumerable<ImageLayer> MatchesOfStage(DockerInstruction.Copy copy, Template source, string target)
    {
        if (
            copy.KeepsParents
            || copy.FromStage is not { } from
            || !earlier.TryGetValue(from, out var other)
            || Text(source, copy) is not { } text
            || ImagePath.Join("/", text) is not { } path
            || NamePattern.Of(path) is not { } pattern
        )
        {
            return [];
        }

        return other
            .Files.CopiedUnder(pattern.Directory.Length > 0 ? pattern.Directory : "/")
            .Select(file => file.Path)
            .Where(file =>
                file.LastIndexOf('/') == pattern.Directory.Length
                && pattern.Takes(file)
                && other.Files.Find(file).Presence == Presence.Present
            )
            .Distinct(StringComparer.Ordinal)
            .Select(file => new ImageLayer.CopiedFromStage(ImagePath.Under(target, ImagePath.NameOf(file)), other.Files, file, copy.Span));
    }

    /// <summary><c>package-lock.json*</c> where there is none: no build before this one makes a lock file.</summary>
    private static bool IsLackingLock(BuildContext context, string pattern) =>
        pattern.EndsWith('*')
        && PackageLocks.Names.Contains(ImagePath.NameOf(pattern[..^1]))
        && context.Look(pattern[..^1]).Presence is Presence.Absent or Presence.Elsewhere;

    private ImageLayer CopyOne(DockerInstruction.Copy copy, string? source, string target, bool intoDirectory)
    {
        if (intoDirectory && copy is { From: null, KeepsParents: false } && source is not null && NamePattern.Of(source) is { } pattern)
        {
            return new ImageLayer.Opened(target, $"it is unknown what line {copy.Span.StartLine} copies", copy.Span)
            {
                Lacks = path => ImagePath.Inside(target, path) is { Length: > 0 } rest && !pattern.Takes(rest.Split('/')[0]),
            };
        }

        if (source is null || source.AsSpan().IndexOfAny("*?[") >= 0 || copy.KeepsParents || IsArchive(copy, source))
        {
            return new ImageLayer.Opened(target, $"it is unknown what line {copy.Span.StartLine} copies", copy.Span);
        }

        if (copy.From is not null)
        {
            return CopyFrom(copy, source, target, intoDirectory);
        }

        if (context is null)
        {
            return new ImageLayer.Opened(target, "the build context is unknown", copy.Span);
        }

        var found = context.Look(source);
        if (found.IsMissing)
        {
            // The build ends here, and another finding reports it; the files that would follow are no second fault.
            return new ImageLayer.Opened(target, $"line {copy.Span.StartLine} copies a missing file", copy.Span);
        }

        if (found.Presence == Presence.Unknown)
        {
            return new ImageLayer.Opened(target, found.Why ?? $"it is unknown what line {copy.Span.StartLine} copies", copy.Span);
        }

        var isDirectory = source is [.., '/'] || context.Tree.HasDirectory(found.Looked);
        return isDirectory
            ? new ImageLayer.CopiedDirectory(target, context, source.Trim('/') is "." ? "" : source.Trim('/'), copy.Span)
            : new ImageLayer.Made(intoDirectory ? ImagePath.Under(target, ImagePath.NameOf(source)) : target, found.Looked, copy.Span);
    }

    private ImageLayer CopyFrom(DockerInstruction.Copy copy, string source, string target, bool intoDirectory)
    {
        if (copy.FromStage is not { } from || !earlier.TryGetValue(from, out var other))
        {
            return new ImageLayer.Opened(target, $"it is copied from {copy.From?.Raw}, which is not a stage of this file", copy.Span);
        }

        var path = ImagePath.Join("/", source) ?? "/";
        var found = other.Files.Find(path);
        if (found.Presence == Presence.Absent)
        {
            // This line is reported if the file is missing; the files that would follow are no second fault.
            return new ImageLayer.Opened(target, $"the source of line {copy.Span.StartLine} was not found", copy.Span);
        }

        var looksLikeFile =
            (found is { Presence: Presence.Present, Actual: { } actual } && context?.Tree.HasDirectory(actual) != true)
            // ".output" and ".next" are directories.
            || ImagePath.NameOf(path).LastIndexOf('.') > 0
            // A program of Cargo: nothing can lie below it.
            || (
                found.Presence == Presence.Unknown
                && path.Split('/') is [.., "release" or "debug", _]
                && other.Files.Find($"{path}/data").IsMissing
            );
        // A copied directory leaves its own name behind, a copied file keeps it.
        return intoDirectory && looksLikeFile && source is not [.., '/']
            ? new ImageLayer.CopiedFromStage(ImagePath.Under(target, ImagePath.NameOf(path)), other.Files, path, copy.Span)
            : new ImageLayer.CopiedFromStage(target, other.Files, path, copy.Span);
    }

    /// <summary>Without a suffix, what another stage made may be a directory, whose contents are copied, or a program, which keeps its name: both are allowed for.</summary>
    private (ImageFiles Files, string Path)? MayBeProgram(DockerInstruction.Copy copy, string? source) =>
        source is not null
        && copy.FromStage is { } from
        && earlier.TryGetValue(from, out var other)
        && ImagePath.Join("/", source.TrimEnd('/')) is { Length: > 1 } path
        && other.Files.Find(path) is { Presence: Presence.Present, Actual: null }
            ? (other.Files, path)
            : null;

    private static bool IsArchive(DockerInstruction.Copy copy, string source) =>
        copy.IsAdd
        && (
            source.Contains("://", StringComparison.Ordinal)
            || source.EndsWith(".tar", StringComparison.Ordinal)
            || source.EndsWith(".tgz", StringComparison.Ordinal)
            || source.Contains(".tar.", StringComparison.Ordinal)
        );

    private string? Text(Template template, DockerInstruction at) => variables.Resolve(template, stage, at).Text;
}
