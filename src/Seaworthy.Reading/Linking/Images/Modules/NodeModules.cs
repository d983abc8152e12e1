using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Known;
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
    private readonly StageCommand? until;

    /// <param name="package">The one that is looked for: commands that bring it by name count as well.</param>
    /// <param name="until">The command of the image's last stage before which the directories are looked at; null for the image itself.</param>
    public NodeModules(Deployment deployment, Image image, string package, StageCommand? until = null)
    {
        this.until = until;
        this.image = image;
        this.package = package;
        context = image.Build.Context is { } directory ? new BuildContext(deployment.Tree, directory, image.Build.Ignore) : null;
        ignored = image.Build.Ignore is { } ignore ? new DockerIgnoreMatcher(ignore.Patterns) : null;
        commands = new ModuleCommands(deployment, package);
    }

    /// <summary>What a program that starts in a directory finds: in its own <c>node_modules</c> and in those above.</summary>
    public ModuleState At(string directory) =>
        ImagePath.Ancestors(directory).Aggregate(ModuleState.None, (state, here) => state.With(Of(image.Final, here, 0)));

    private ModuleState Of(ImageStage stage, string directory, int depth)
    {
        if (depth > DepthLimit || Base(stage, directory, depth) is not { } state)
        {
            return ModuleState.Unknown;
        }

        var end = ReferenceEquals(stage, image.Final) ? until : null;
        foreach (
            var instruction in stage.Declared.Instructions.Where(instruction => end is null || instruction.Span.Start <= end.Run.Span.Start)
        )
        {
            state = instruction switch
            {
                DockerInstruction.Run run => stage
                    .Commands.Where(command => ReferenceEquals(command.Run, run))
                    .TakeWhile(command => !ReferenceEquals(command, end))
                    .Aggregate(state, (before, command) => commands.Apply(before, stage, command, directory)),
                DockerInstruction.Copy copy => state.With(Copied(stage, copy, directory, depth)),
                _ => state,
            };
        }

        return state;
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

    private ModuleState Copied(ImageStage stage, DockerInstruction.Copy copy, string directory, int depth)
    {
        var modules = ImagePath.Under(directory, "node_modules");
        if (
            copy.Destination?.Literal is not { } written
            || ImagePath.Join(stage.DirectoryAt.GetValueOrDefault(copy), written) is not { } target
        )
        {
            return ModuleState.Unknown;
        }

        if (ImageLayer.Below(modules, target) is { Length: > 0 } inside)
        {
            var first = inside.Split('/')[0];
            return first == ".bin" || first == package.Split('/')[0] ? ModuleState.Unknown : ModuleState.None;
        }

        return ImageLayer.Below(target, modules) is not { } rest
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
}
