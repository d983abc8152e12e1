using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>What kubectl and Helm commands are for.</summary>
internal static class ClusterIntents
{
    public static IEnumerable<StepIntent> OfKubectl(KubectlCommand kubectl)
    {
        if (kubectl.Options.Any(option => option.Name == "--dry-run" && option.Value?.Literal is not "none"))
        {
            return [StepIntent.Lint];
        }

        return kubectl.Verb switch
        {
            "apply" or "set image" or "set env" or "replace" or "rollout restart" or "scale" or "run" or "create" => [StepIntent.Deploy],
            "patch" => NamesService(kubectl) ? [StepIntent.Switch] : [StepIntent.Deploy],
            "rollout status" or "wait" => [StepIntent.WaitForHealth],
            "rollout undo" => [StepIntent.RollBack],
            _ => kubectl.Verb.StartsWith("create ", StringComparison.Ordinal) || kubectl.Verb.StartsWith("config", StringComparison.Ordinal)
                ? [StepIntent.SetUp]
                : [],
        };
    }

    public static IEnumerable<StepIntent> OfHelm(HelmCommand helm)
    {
        switch (helm.Verb)
        {
            case "install" or "upgrade":
                yield return StepIntent.Deploy;
                if (helm.Waits)
                {
                    yield return StepIntent.WaitForHealth;
                }

                if (helm.RollsBack)
                {
                    yield return StepIntent.RollBack;
                }

                break;
            case "rollback":
                yield return StepIntent.RollBack;
                break;
            case "lint" or "template":
                yield return StepIntent.Lint;
                break;
            case "repo" or "dependency" or "dep" or "plugin" or "registry":
                yield return StepIntent.SetUp;
                break;
            case "package":
                yield return StepIntent.Build;
                break;
            case "push":
                yield return StepIntent.Publish;
                break;
            case "test":
                yield return StepIntent.SmokeTest;
                break;
            case "uninstall" or "delete":
                yield return StepIntent.CleanUp;
                break;
        }
    }

    // Pointing a Service at other pods moves the traffic.
    private static bool NamesService(KubectlCommand kubectl) =>
        kubectl.Arguments is [{ Literal: { } kind }, ..]
        && (
            kind is "service" or "services" or "svc"
            || kind.StartsWith("service/", StringComparison.Ordinal)
            || kind.StartsWith("svc/", StringComparison.Ordinal)
        );
}
