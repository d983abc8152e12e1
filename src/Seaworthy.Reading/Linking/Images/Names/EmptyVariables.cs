using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Names;

/// <summary>
/// What becomes of an ENV whose value is lost: a later step of the build works with nothing, or only the container has an empty default, which the environment it is started with replaces.
/// </summary>
/// <remarks>Sources: Dockerfile reference, "ENV"; Compose specification, "environment"; Vite, "Env Variables and Modes": what is in the environment goes before env files, empty or not.</remarks>
internal static class EmptyVariables
{
    // Steps work differently because of them although no text names them.
    private static readonly HashSet<string> ReadByEveryShell = new(StringComparer.Ordinal)
    {
        "PATH",
        "HOME",
        "LD_LIBRARY_PATH",
        "PYTHONPATH",
    };

    public static NameUse Weighed(Deployment deployment, Dockerfile file, DockerStage stage, DockerInstruction.Env env, NameUse use)
    {
        var name = env.Name.Value;
        if (Step(deployment, file, stage, env) is { } step)
        {
            return use with { NeededAt = step, Part = stage.Span };
        }

        var running = deployment
            .WorkloadsOf(file)
            .Where(workload => workload.Image?.Final.Declared.Down.Contains(stage) is true)
            .Select(workload => Given(workload, name))
            .ToList();
        return running is [{ } supply, ..] && running.TrueForAll(given => given is not null)
            ? use with
            {
                Definition = supply,
                UnknownBecause = null,
                Related = null,
            }
            : use with
            {
                IsConditional = true,
                Part = stage.Span,
            };
    }

    private static SourceSpan? Given(Workload workload, string name) =>
        workload.Supplied.FirstOrDefault(variable => variable.Name == name && variable.Origin != SupplyOrigin.ImageEnv)?.Span;

    /// <summary>The first later step, in this stage or in one built upon it, that works with the value.</summary>
    private static SourceSpan? Step(Deployment deployment, Dockerfile file, DockerStage stage, DockerInstruction.Env env) =>
        ReadByEveryShell.Contains(env.Name.Value)
            ? env.Span
            : file
                .Stages.Where(other => other.Down.Contains(stage))
                .SelectMany(other =>
                    other.Instructions.Where(later =>
                        later.Span.Start > env.Span.Start
                        && ReferenceEquals(other.FindVariable(env.Name.Value, later), env)
                        && Takes(deployment, file, later, env.Name.Value)
                    )
                )
                .FirstOrDefault()
                ?.Span;

    private static bool Takes(Deployment deployment, Dockerfile file, DockerInstruction later, string name) =>
        later switch
        {
            DockerInstruction.Run run => !IsGiven(run, name)
                && (Names(run, name) || BundleSteps.Takes(deployment, file, run, name, IsPassed(deployment, file, name))),
            DockerInstruction.Workdir workdir => Names(workdir.Path, name),
            DockerInstruction.Copy copy => copy.Sources.Any(source => Names(source, name))
                || (copy.Destination is { } destination && Names(destination, name)),
            DockerInstruction.User user => Names(user.Name, name),
            DockerInstruction.Expose expose => Names(expose.Text, name),
            _ => false,
        };

    private static bool Names(Template template, string name) =>
        template.Variables.Any(part => part.Variable == name && part.Operator is null);

    /// <summary>What asks whether there is a value can do without one.</summary>
    private static bool Names(DockerInstruction.Run run, string name) =>
        run
            .Command.Commands.SelectMany(command => command.Words.SelectMany(word => word.Parts), (command, part) => new { command, part })
            .Where(pair => pair.part.Kind == ShellPartKind.Variable && pair.part.Text == name)
            .ToList()
            is { Count: > 0 } uses
        && uses.TrueForAll(pair =>
            pair.part.Default is null && !pair.command.IsCondition && pair.command.Program is not ("[" or "[[" or "test")
        );

    private static bool IsPassed(Deployment deployment, Dockerfile file, string name) =>
        deployment.Images.Any(image => image.Dockerfile == file && image.Build.Arguments.Any(argument => argument.Name == name));

    private static bool IsGiven(DockerInstruction.Run run, string name) =>
        run.Mounts.Any(mount => mount.Env?.Literal == name)
        || run.Command.Commands.SelectMany(command => command.Assignments).Any(assignment => assignment.Name == name);
}
