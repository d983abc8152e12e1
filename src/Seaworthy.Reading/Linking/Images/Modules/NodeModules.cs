using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Modules;

/// <summary>Follows the <c>node_modules</c> of a directory through the instructions of an image: installed, pruned, copied from other stages.</summary>
internal sealed class NodeModules
{
    private const int DepthLimit = 12;

    private readonly Image image;
    private readonly string package;
    private readonly BuildContext? context;
    private readonly DockerIgnoreMatcher? ignored;
    private readonly ModuleCommands commands;
    private readonly Dictionary<Asked, ModuleState> known = [];
    private readonly Dictionary<string, List<Change>> before = new(StringComparer.Ordinal);
    private readonly Dictionary<ImageStage, List<Step>> steps = new(ReferenceEqualityComparer.Instance);

    /// <param name="package">The one that is looked for: commands that bring it by name count as well.</param>
    public NodeModules(Deployment deployment, Image image, string package)
    {
        this.image = image;
        this.package = package;
        context = image.Build.Context is { } directory ? new BuildContext(deployment.Tree, directory, image.Build.Ignore) : null;
        ignored = image.Build.Ignore is { } ignore ? DockerIgnoreMatcher.Of(ignore) : null;
        commands = new ModuleCommands(deployment, package);
    }

    /// <summary>What a program that starts in a directory finds: in its own <c>node_modules</c> and in those above.</summary>
    /// <param name="until">The command of the image's last stage before which the directories are looked at; null for the image itself.</param>
    public ModuleState At(string directory, StageCommand? until = null) =>
        ImagePath
            .Ancestors(directory)
            .Aggregate(ModuleState.None, (state, here) => state.With(until is null ? Of(image.Final, here, 0) : Before(until, here)));

    /// <summary>The stage is followed once for all its commands.</summary>
    private ModuleState Before(StageCommand until, string directory)
    {
        if (!before.TryGetValue(directory, out var changes))
        {
            before[directory] = changes = [];
            Follow(image.Final, directory, 0, changes);
        }

        return changes.FindLast(change => change.Number <= until.Number)?.State ?? ModuleState.Unknown;
    }

    private ModuleState Of(ImageStage stage, string directory, int depth)
    {
        Asked asked = new(stage.Declared.Index, directory, depth);
        return known.TryGetValue(asked, out var state) ? state : known[asked] = Follow(stage, directory, depth, null);
    }

    /// <param name="changes">Takes every state with the command that finds it first.</param>
    private ModuleState Follow(ImageStage stage, string directory, int depth, List<Change>? changes)
    {
        if (depth > DepthLimit || Base(stage, directory, depth) is not { } state)
        {
            return ModuleState.Unknown;
        }

        changes?.Add(new Change(0, state));
        var modules = ImagePath.Under(directory, "node_modules");
        foreach (var step in Steps(stage))
        {
            var next =
                step.Command is { } command ? commands.Apply(state, stage, command, directory)
                : step.Copy is { } copy && Copied(copy, step.Target, modules, depth) is var copied && copied != ModuleState.None
                    ? state.With(copied)
                : state;
            if (next != state)
            {
                state = next;
                changes?.Add(new Change(step.Number, state));
            }
        }

        return state;
    }

    /// <summary>The instructions of a stage that may change some directory.</summary>
    private List<Step> Steps(ImageStage stage)
    {
        if (steps.TryGetValue(stage, out var found))
        {
            return found;
        }

        var runs = stage.Commands.ToLookup<StageCommand, DockerInstruction>(command => command.Run, ReferenceEqualityComparer.Instance);
        steps[stage] = found = [];
        var number = 0;
        foreach (var instruction in stage.Declared.Instructions)
        {
            if (instruction is DockerInstruction.Copy copy)
            {
                var target = copy.Destination?.Literal is { } written
                    ? ImagePath.Join(stage.DirectoryAt.GetValueOrDefault(copy), written)
                    : null;
                found.Add(new Step(number, Copy: copy, Target: target));
            }

            foreach (var command in instruction is DockerInstruction.Run ? runs[instruction] : [])
            {
                number = command.Number + 1;
                if (!commands.LeavesAll(stage, command))
                {
                    found.Add(new Step(number, Command: command));
                }
            }
        }

        return found;
    }

    private ModuleState? Base(ImageStage stage, string directory, int depth)
    {
        if (stage.Declared.BaseStage is { } below)
        {
            return image.Find(below) is { } parent ? Of(parent, directory, depth + 1) : null;
        }

        return stage.PublicBase is { Role: ImageRole.Runtime or ImageRole.System } || stage.Base.Text == "scratch"
            ? ModuleState.None
            : null;
    }

    private ModuleState Copied(DockerInstruction.Copy copy, string? target, string modules, int depth)
    {
        if (target is null)
        {
            return ModuleState.Unknown;
        }

        if (ImagePath.Inside(modules, target) is { Length: > 0 } inside)
        {
            var first = inside.Split('/')[0];
            return first == ".bin" || first == package.Split('/')[0] ? ModuleState.Unknown : ModuleState.None;
        }

        return ImagePath.Inside(target, modules) is not { } rest
            ? ModuleState.None
            : copy.Sources.Aggregate(ModuleState.None, (state, source) => state.With(FromSource(copy, source.Literal, rest, depth)));
    }

    private ModuleState FromSource(DockerInstruction.Copy copy, string? source, string rest, int depth)
    {
        if (source is null || copy.KeepsParents)
        {
            return ModuleState.Unknown;
        }

        if (source.AsSpan().ContainsAny("*?["))
        {
            // package*.json
            return ImagePath.NameOf(source).Contains('.', StringComparison.Ordinal) ? ModuleState.None : ModuleState.Unknown;
        }

        var path = ImagePath.Under(ImagePath.Join("/", source) ?? "/", rest);
        return copy switch
        {
            { From: null } => FromContext(copy, source, path),
            { FromStage: { } from } when image.Find(from) is { } other => IsFile(other, source) ? ModuleState.None
            : path.EndsWith("/node_modules", StringComparison.Ordinal)
                ? Of(other, path.Length > "/node_modules".Length ? path[..^"/node_modules".Length] : "/", depth + 1)
            : ModuleState.Unknown,
            _ => ModuleState.Unknown,
        };
    }

    private static bool IsFile(ImageStage stage, string source) =>
        stage.Files.Find(ImagePath.Join("/", source) ?? "/") is { Presence: Presence.Present, Actual: not null } found
        && ImagePath.NameOf(found.Looked).Contains('.', StringComparison.Ordinal);

    /// <summary>A clone has no installed packages; the machine that builds may.</summary>
    private ModuleState FromContext(DockerInstruction.Copy copy, string source, string path)
    {
        if (context is null || copy.IsAdd)
        {
            return ModuleState.Unknown;
        }

        var found = context.Look(source);
        if (found.Presence == Presence.Present && !context.Tree.HasDirectory(found.Looked))
        {
            return ModuleState.None;
        }

        return context.Look(path).Presence == Presence.Present ? ModuleState.Unknown
            : ignored?.IgnoredBy(path.TrimStart('/')) is not null ? ModuleState.None
            : ModuleState.None with { Overlay = copy.Span };
    }

    private sealed record Asked(int Stage, string Directory, int Depth);

    /// <param name="Number">The first command that finds the state.</param>
    private sealed record Change(int Number, ModuleState State);

    /// <param name="Number">The first command behind it.</param>
    private sealed record Step(int Number, StageCommand? Command = null, DockerInstruction.Copy? Copy = null, string? Target = null);
}
