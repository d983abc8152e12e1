using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Volumes that a compose project expects to be there, as far as a service mounts them: what in this repository makes one of that name.</summary>
/// <remarks>Source: the Compose specification, "Volumes top-level element", <c>external</c>.</remarks>
internal static class ExternalVolumes
{
    private const string Create = "volume create";

    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        var made = deployment.ComposeStacks.SelectMany(Made).ToList();
        var created = deployment.Commands.SelectMany(CreatedBy).ToLookup(name => name.Value, name => name.Span, StringComparer.Ordinal);
        return from stack in deployment.ComposeStacks
            from volume in stack.Project.Volumes
            where volume.IsExternal && IsMounted(volume, stack)
            let name = volume.ActualName is null ? volume.Name.Value : stack.Text(volume.ActualName)
            where name is not null
            select Use(stack, volume, name, made, created[name].FirstOrDefault(), deployment);
    }

    private static NameUse Use(
        ComposeStack stack,
        ComposeVolume volume,
        string name,
        List<MadeVolume> made,
        SourceSpan? command,
        Deployment deployment
    )
    {
        var maker = made.Find(one => one.Actual == name)?.Volume.Span ?? command;
        var meant = made.Find(one => one.Stack.Name != stack.Name && one.Volume.Name.Value == volume.Name.Value);
        return new NameUse(NameRole.ExternalVolume, name, volume.Span, stack.Name, maker)
        {
            In = meant?.Stack.Name ?? "",
            Related = meant?.Volume.Span,
            Candidates = meant is null ? [] : [meant.Actual ?? $"<project>_{meant.Volume.Name.Value}"],
            UnknownBecause =
                maker is not null ? null
                : meant is { Actual: null } && name.EndsWith("_" + meant.Volume.Name.Value, StringComparison.Ordinal)
                    ? $"the name of {meant.Stack.Name}'s volume depends on the directory of the clone"
                : Explained(name, deployment),
        };
    }

    /// <summary>A text or a script that may make it: one that mentions the volume and how volumes are made.</summary>
    private static string? Explained(string name, Deployment deployment)
    {
        if (deployment.Of<Document>().FirstOrDefault(file => file.File.Mentions(name) && file.File.Mentions(Create)) is { } document)
        {
            return $"{document.File.Path} may tell how to create it";
        }

        return deployment
            .Commands.Where(site => Creates(site).Any(word => word.Literal is null && site.Variables.DefaultValue(word) is null))
            .Select(site => $"{site.Span} creates a volume whose name is computed")
            .FirstOrDefault();
    }

    private static bool IsMounted(ComposeVolume volume, ComposeStack stack) =>
        stack
            .Project.Services.SelectMany(service => service.Volumes)
            .Any(mount => mount is { Type: ComposeMountType.Volume, Source: { } source } && stack.Text(source) == volume.Name.Value);

    private static IEnumerable<MadeVolume> Made(ComposeStack stack)
    {
        var project = ComposeProjectName.Of(stack);
        foreach (var volume in stack.Project.Volumes.Where(volume => !volume.IsExternal))
        {
            yield return new MadeVolume(
                stack,
                volume,
                volume.ActualName is not null ? stack.Text(volume.ActualName)
                    : project is null ? null
                    : $"{project}_{volume.Name.Value}"
            );
        }
    }

    /// <summary><c>docker volume create [options] NAME</c>.</summary>
    private static IEnumerable<Fact<string>> CreatedBy(CommandSite site) =>
        Creates(site).Select(word => new Fact<string>(site.Variables.DefaultValue(word) ?? word.Raw, word.Span));

    private static IEnumerable<ShellWord> Creates(CommandSite site) =>
        KnownCommand
            .Of(site.Command)
            .OfType<DockerCommand>()
            .Where(command => command.Verb == Create && command.Arguments.Count > 0)
            .Select(command => command.Arguments[^1]);

    /// <param name="Actual">Its name outside of the project; null when that depends on the directory of the clone.</param>
    private sealed record MadeVolume(ComposeStack Stack, ComposeVolume Volume, string? Actual);
}
