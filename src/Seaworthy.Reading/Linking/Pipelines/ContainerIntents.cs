using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>What docker and compose commands are for.</summary>
internal static class ContainerIntents
{
    // On a build machine containers are started for tests.
    public static IEnumerable<StepIntent> OfRun(DockerRunCommand run, bool isOnServer) =>
        isOnServer && run.Command.Words.Any(word => word.Literal is "-d" or "--detach") ? [StepIntent.Deploy] : [];

    public static IEnumerable<StepIntent> OfDocker(DockerCommand docker) =>
        docker.Verb switch
        {
            "login" or "buildx" or "context use" => [StepIntent.SetUp],
            "stack deploy" or "service update" or "service create" => [StepIntent.Deploy],
            "service rollback" => [StepIntent.RollBack],
            "scout" => [StepIntent.Scan],
            "inspect" when docker.Command.Words.Any(word => word.ToString().Contains(".State.Health", StringComparison.Ordinal)) =>
            [
                docker.Command.Loop is null ? StepIntent.SmokeTest : StepIntent.WaitForHealth,
            ],
            "ps" when docker.Command.Loop is not null && docker.Command.Words.Any(AsksForHealth) => [StepIntent.WaitForHealth],
            "manifest push" => [StepIntent.PushImage],
            "imagetools" when docker.Arguments is [{ Literal: "create" }, ..] => [StepIntent.PushImage],
            "rm" or "rmi" or "prune" or "image prune" => [StepIntent.CleanUp],
            _ => docker.Verb.EndsWith(" prune", StringComparison.Ordinal) || docker.Arguments is [{ Literal: "prune" }, ..]
                ? [StepIntent.CleanUp]
                : [],
        };

    public static IEnumerable<StepIntent> OfCompose(ComposeCommand compose, bool isOnServer) =>
        compose.Verb switch
        {
            "build" => [StepIntent.BuildImage],
            "push" => [StepIntent.PushImage],
            "up" or "start" or "restart" => OfUp(compose, isOnServer),
            "down" or "rm" => [StepIntent.CleanUp],
            "config" => [StepIntent.Lint],
            "ps" when compose.Command.Loop is not null => [StepIntent.WaitForHealth],
            _ => [],
        };

    // `--filter health=healthy`
    private static bool AsksForHealth(ShellWord word) => word.Prefix.Contains("health=", StringComparison.Ordinal);

    private static IEnumerable<StepIntent> OfUp(ComposeCommand compose, bool isOnServer)
    {
        if (compose.HasFlag("--build"))
        {
            yield return StepIntent.BuildImage;
        }

        yield return isOnServer ? StepIntent.Deploy : StepIntent.SetUp;
        if (compose.HasFlag("--wait"))
        {
            yield return StepIntent.WaitForHealth;
        }
    }
}
