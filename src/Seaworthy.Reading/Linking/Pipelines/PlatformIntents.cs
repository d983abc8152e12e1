using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>What commands of hosting platforms and infrastructure tools are for.</summary>
internal static class PlatformIntents
{
    public static IEnumerable<StepIntent> Of(PlatformCommand platform)
    {
        if (platform.IsRollback)
        {
            return [StepIntent.RollBack];
        }

        return platform.Platform switch
        {
            "terraform" or "tofu" or "terragrunt" => Infrastructure(platform),
            "aws" => Aws(platform),
            "gcloud" => Google(platform),
            // What Bicep compiles, it lints.
            "az" when platform.Verb.Split(' ') is ["bicep", "build" or "lint", ..] => [StepIntent.Lint],
            "skaffold" or "kamal" when platform.Verb.StartsWith("build", StringComparison.Ordinal) =>
            [
                StepIntent.BuildImage,
                StepIntent.PushImage,
            ],
            _ => Other(platform),
        };
    }

    private static IEnumerable<StepIntent> Infrastructure(PlatformCommand platform) =>
        platform.Verb.Split(' ')[0] switch
        {
            "init" or "workspace" => [StepIntent.SetUp],
            "validate" or "fmt" or "plan" => [StepIntent.Lint],
            "apply" => [StepIntent.Deploy],
            _ => [],
        };

    private static IEnumerable<StepIntent> Aws(PlatformCommand platform) =>
        platform.Verb switch
        {
            var verb
                when verb.StartsWith("ecr get-login", StringComparison.Ordinal)
                    || verb.StartsWith("configure", StringComparison.Ordinal)
                    || verb.Contains("update-kubeconfig", StringComparison.Ordinal) => [StepIntent.SetUp],
            var verb when verb.Contains("snapshot", StringComparison.Ordinal) && verb.Contains("create", StringComparison.Ordinal) =>
            [
                StepIntent.BackUp,
            ],
            var verb when verb.Contains(" wait", StringComparison.Ordinal) => [StepIntent.WaitForHealth],
            var verb
                when verb.Contains("modify-listener", StringComparison.Ordinal)
                    || verb.Contains("update-alias", StringComparison.Ordinal) => [StepIntent.Switch],
            _ => platform.IsDeploy ? [StepIntent.Deploy] : [],
        };

    private static IEnumerable<StepIntent> Google(PlatformCommand platform) =>
        platform.Verb switch
        {
            var verb
                when verb.StartsWith("auth", StringComparison.Ordinal)
                    || verb.StartsWith("config", StringComparison.Ordinal)
                    || verb.Contains("get-credentials", StringComparison.Ordinal) => [StepIntent.SetUp],
            var verb when verb.StartsWith("builds submit", StringComparison.Ordinal) => [StepIntent.BuildImage, StepIntent.PushImage],
            var verb
                when verb.StartsWith("sql backups", StringComparison.Ordinal) || verb.StartsWith("sql export", StringComparison.Ordinal) =>
            [
                StepIntent.BackUp,
            ],
            var verb when verb.Contains("update-traffic", StringComparison.Ordinal) => [StepIntent.Switch],
            _ => platform.IsDeploy ? [StepIntent.Deploy] : [],
        };

    private static IEnumerable<StepIntent> Other(PlatformCommand platform)
    {
        var verb = platform.Verb;
        if (verb.Contains("backup", StringComparison.Ordinal))
        {
            return [StepIntent.BackUp];
        }

        if (
            verb.StartsWith("auth", StringComparison.Ordinal)
            || verb.StartsWith("login", StringComparison.Ordinal)
            || verb is "link" or "pull" or "configure"
        )
        {
            return [StepIntent.SetUp];
        }

        // "heroku run python manage.py migrate", "railway run npm run migrate": named by what they run.
        if (verb.StartsWith("run", StringComparison.Ordinal) || verb.StartsWith("ssh", StringComparison.Ordinal))
        {
            return platform.Command.Words.Any(word => word.ToString().Contains("migrat", StringComparison.OrdinalIgnoreCase))
                ? [StepIntent.Migrate]
                : [];
        }

        return platform.Platform is "vercel" && verb == "build" ? [StepIntent.Build]
            : platform.IsDeploy ? [StepIntent.Deploy]
            : [];
    }
}
