namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>Which platform tools there are and which of their verbs change what runs.</summary>
internal static class PlatformTools
{
    private static readonly string[] DeployVerbs =
    [
        "deploy",
        "redeploy",
        "up",
        "apply",
        "release",
        "promote",
        "push",
        "container:push",
        "container:release",
        "update-service",
        "update-function-code",
        "run deploy",
        "app deploy",
        "functions deploy",
        "s3 sync",
        "create-deployment",
        "start-deployment",
        "webapp up",
        "webapp deploy",
        "containerapp up",
        "containerapp update",
        "update",
        "sync",
        "setup",
        "machine run",
        "launch",
        "publish",
    ];

    public static IReadOnlySet<string> Known { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "fly",
            "flyctl",
            "vercel",
            "heroku",
            "railway",
            "gcloud",
            "aws",
            "az",
            "netlify",
            "wrangler",
            "eb",
            "terraform",
            "tofu",
            "pulumi",
            "ansible-playbook",
            "kamal",
            "sam",
            "serverless",
            "sls",
            "cdk",
            "copilot",
            "doctl",
            "render",
            "dokku",
            "cf",
            "firebase",
            "supabase",
            "argocd",
            "flux",
            "skaffold",
            "amplify",
            "shard",
            "nixpacks",
            "surge",
            "gh-pages",
            "terragrunt",
            "kustomize",
            "werf",
            "waypoint",
            "convox",
            "scalingo",
            "clever",
            "northflank",
            "koyeb",
        };

    public static bool HasSingleDash(string program) => program is "terraform" or "tofu" or "terragrunt";

    /// <summary>Verbs are lower case words; a name with a slash, dot or equals sign is an operand.</summary>
    public static bool IsVerb(string literal) =>
        literal.All(character => char.IsAsciiLetterLower(character) || character is '-' or ':' || char.IsAsciiDigit(character));

    public static bool Deploys(string program, string verb) =>
        program switch
        {
            "vercel" => verb is "" or "deploy" or "promote" || verb.StartsWith("deploy ", StringComparison.Ordinal),
            "ansible-playbook" => true,
            "gh-pages" or "surge" => true,
            "kustomize" => false,
            "aws" => verb.Contains("update-service", StringComparison.Ordinal)
                || verb.Contains("update-function-code", StringComparison.Ordinal)
                || verb.StartsWith("s3 sync", StringComparison.Ordinal)
                || verb.Contains("deploy", StringComparison.Ordinal),
            "gcloud" or "az" => verb.Split(' ') is var words && words.Any(word => word is "deploy" or "up" or "update" or "apply"),
            _ => verb.Split(' ') is [var first, ..] && DeployVerbs.Contains(first),
        };
}
