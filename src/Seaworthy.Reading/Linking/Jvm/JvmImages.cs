using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>Of a build of many modules an image holds one application as a rule: the one whose module or archive its instructions name.</summary>
internal static class JvmImages
{
    /// <summary>The components of an image without the applications and libraries that were only there to be compiled.</summary>
    public static IReadOnlyList<Component> Narrow(
        Deployment deployment,
        IReadOnlyList<Component> components,
        ImageBuild build,
        IReadOnlyList<ImageStage> stages
    )
    {
        var modules = components.Where(IsModule).ToList();
        var applications = Inside(deployment, modules)
            .Select(module => JvmApplication.Of(deployment, module))
            .OfType<JvmApplication>()
            .ToList();
        if (applications.Count == 0 || (modules.Count < 2 && applications.Count == 1 && modules.Contains(applications[0].Component)))
        {
            return components;
        }

        var meant = applications.Count == 1 ? applications[0] : Named(applications, [.. Words(build, stages)]);
        return meant is null ? components : [.. components.Where(component => !modules.Contains(component)), meant.Component];
    }

    private static bool IsModule(Component component) => component.Manifests.Any(manifest => manifest is JavaBuild);

    /// <summary>The modules themselves, and what is below one that only holds others together.</summary>
    private static IEnumerable<Component> Inside(Deployment deployment, List<Component> modules)
    {
        var holders = modules.Where(module => module.Code.Count == 0).ToList();
        return holders.Count == 0
            ? modules
            : modules.Union(
                deployment.Components.Where(component => IsModule(component) && holders.Exists(holder => holder.Contains(component.Root)))
            );
    }

    private static JvmApplication? Named(IReadOnlyList<JvmApplication> applications, IReadOnlyList<string> words)
    {
        var named = applications.Where(application => NamesOf(application).Any(name => words.Any(word => Holds(word, name)))).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    private static IEnumerable<string> NamesOf(JvmApplication application) =>
        application
            .Component.Manifests.OfType<JavaBuild>()
            .SelectMany(manifest => new[] { manifest.Name?.Value, manifest.ArchiveName?.Value })
            .OfType<string>()
            .Append(RepositoryPath.NameOf(application.Component.Root))
            .Where(name => name.Length > 2);

    /// <summary>The files that the image copies from the build stage, the targets of that build, and the arguments of the caller.</summary>
    private static IEnumerable<string> Words(ImageBuild build, IReadOnlyList<ImageStage> stages) =>
        [
            .. build.Arguments.Select(argument => argument.Value?.Text).OfType<string>(),
            .. from stage in stages
            from copy in stage.Declared.Instructions.OfType<DockerInstruction.Copy>()
            where copy.From is not null
            from source in copy.Sources
            select source.Raw,
            .. stages.SelectMany(stage => stage.Commands).SelectMany(command => command.Command.Words).Select(word => word.Raw),
        ];

    private static bool Holds(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !IsName(text[at - 1])) && EndsName(text, at + name.Length))
            {
                return true;
            }
        }

        return false;
    }

    // "order-1.0.jar" and "order-*.jar" hold the name, "order-events.jar" another.
    private static bool EndsName(string text, int end) =>
        end == text.Length || !IsName(text[end]) || (text[end] == '-' && end + 1 < text.Length && !char.IsLetter(text[end + 1]));

    private static bool IsName(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '_';
}
