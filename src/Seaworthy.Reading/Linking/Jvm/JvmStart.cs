using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>Which application of the repository a workload starts with <c>java</c>.</summary>
/// <param name="Application">Null when it is unknown which of several applications it is.</param>
internal sealed record JvmStart(JvmApplication? Application)
{
    public static JvmStart? Of(Deployment deployment, Workload workload, IReadOnlyList<ShellCommand> programs)
    {
        // What a plugin of the build makes starts the application; a command of the workload gives it arguments.
        var isOfPlugin =
            workload is { Image: null, Public: null, Reference: not null, Components.Count: 1, Mounts: var mounts }
            && mounts.All(mount => mount.Source != workload.Components[0].Root)
            && (workload.Start?.Commands ?? []).All(command => command.Words is [{ Raw: ['-', ..] }, ..]);
        if (!isOfPlugin && !programs.Concat(workload.Start?.Whole ?? []).Any(IsJava))
        {
            return null;
        }

        var applications = workload
            .Components.Select(component => JvmApplication.Of(deployment, component))
            .OfType<JvmApplication>()
            .Take(2)
            .ToList();
        return applications.Count switch
        {
            0 => null,
            1 => new(applications[0]),
            _ => new((JvmApplication?)null),
        };
    }

    // "application" is Quarkus's native program, "run-java.sh" what Red Hat's images start with.
    private static bool IsJava(ShellCommand program) =>
        program.Program is "java" or "application" or "run-java.sh"
        || program.Words.Any(word =>
            word.Raw.EndsWith("spring-boot:run", StringComparison.Ordinal) || word.Raw.EndsWith("bootRun", StringComparison.Ordinal)
        )
        || program.Words.Any(word =>
            word.Raw.Contains("java ", StringComparison.Ordinal) || word.Raw.EndsWith(".jar", StringComparison.Ordinal)
        );
}
