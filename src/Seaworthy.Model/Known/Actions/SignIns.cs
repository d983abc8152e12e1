using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;

namespace Seaworthy.Model.Known.Actions;

/// <summary>Tools that reach nobody on a fresh machine before somebody signed in, and what shows that somebody did.</summary>
/// <remarks>
/// Sources: docker CLI reference, "docker login"; Kubernetes documentation, "Organizing Cluster Access Using kubeconfig Files"; AWS CLI user guide, "Configuration and credential file settings";
/// Google Cloud SDK, "Authorize the gcloud CLI"; Azure CLI, "Sign in"; Fly.io, "Access tokens"; Vercel, "Vercel CLI, Global Options"; Netlify CLI, "Authentication"; Railway, "Tokens";
/// Firebase CLI reference, "CI systems"; Wrangler, "System environment variables"; npm, "Using private packages in a CI/CD workflow"; Twine, "Configuration"; Heroku, "Authentication".
/// </remarks>
public static class SignIns
{
    /// <summary>A registry takes nothing from strangers.</summary>
    public static SignIn Registry { get; } =
        new(
            "docker push",
            "the registry refuses the push (`denied`)",
            "Add a step with `docker/login-action` before it",
            Words(
                "docker login|docker/login-action|podman login|buildah login|docker-login|get-login|configure-docker|acr login|registry login|crane auth|ecr-login|config.json|DOCKER_CONFIG|DOCKER_AUTH"
                    + "|skopeo login|oras login|--creds|localhost|registry:|helm registry|ttl.sh|127.0.0.1"
            )
        );

    private static readonly SignIn Cluster = new(
        "kubectl",
        "it connects to localhost:8080, and the step fails",
        "Write a kubeconfig before it, or use the cluster provider's action for that",
        Words(
            "kubeconfig|.kube|kubectl config|config set-c|--server|--token|aws eks|get-credentials|az aks|doctl|kind |minikube|k3d|k3s|microk8s|oc login|az login|rancher login|kubelogin|tsh |--kube-|ssh |KUBE_"
        )
    );

    private static readonly Dictionary<string, SignIn> ByProgram = new(StringComparer.Ordinal)
    {
        ["kubectl"] = Cluster,
        ["helm"] = Cluster with { Tool = "helm" },
        ["aws"] = new(
            "aws",
            "it ends with `Unable to locate credentials`",
            "Add a step with `aws-actions/configure-aws-credentials` before it",
            Words("AWS_|aws configure|aws_access|.aws/|--no-sign-request|--endpoint-url|localstack")
        ),
        ["gcloud"] = new(
            "gcloud",
            "it has no active account, and the step fails",
            "Add a step with `google-github-actions/auth` before it",
            Words("gcloud auth|GOOGLE_|CLOUDSDK_|activate-service-account|gcp")
        ),
        ["az"] = new(
            "az",
            "it ends with `Please run 'az login'`",
            "Add a step with `azure/login` before it",
            Words("az login|AZURE_|ARM_")
        ),
        ["flyctl"] = new(
            "flyctl",
            "it ends with `no access token available`",
            "Set `FLY_API_TOKEN` for the step from a secret",
            Words("FLY_API_TOKEN|FLY_ACCESS_TOKEN|--access-token|auth ")
        ),
        ["vercel"] = new(
            "vercel",
            "it waits for an interactive sign-in, and the step fails",
            "Pass `--token` from a secret",
            Words("VERCEL_TOKEN|--token| -t |VERCEL_")
        ),
        ["netlify"] = new(
            "netlify",
            "it waits for an interactive sign-in, and the step fails",
            "Set `NETLIFY_AUTH_TOKEN` for the step from a secret",
            Words("NETLIFY_|--auth")
        ),
        ["railway"] = new(
            "railway",
            "it ends with `Unauthorized`",
            "Set `RAILWAY_TOKEN` for the step from a secret",
            Words("RAILWAY_|railway login")
        ),
        ["firebase"] = new(
            "firebase",
            "it ends with `Failed to authenticate`",
            "Set `GOOGLE_APPLICATION_CREDENTIALS` for the step to a key file of a service account",
            Words("FIREBASE_|GOOGLE_|--token|gcp|gcloud|emulators")
        ),
        ["wrangler"] = new(
            "wrangler",
            "it needs `CLOUDFLARE_API_TOKEN`, because nobody can sign in there",
            "Set `CLOUDFLARE_API_TOKEN` for the step from a secret",
            Words("CLOUDFLARE_|CF_API|CF_ACCOUNT|--dry-run|--local")
        ),
        ["npm"] = new(
            "npm publish",
            "it ends with `ENEEDAUTH`",
            "Set `NODE_AUTH_TOKEN` for the step from a secret, and `registry-url` for setup-node",
            Words("NODE_AUTH_TOKEN|NPM_TOKEN|npmrc|_authToken|_auth|id-token|NPM_|verdaccio|localhost")
        ),
        ["twine"] = new(
            "twine",
            "the index refuses the upload",
            "Set `TWINE_USERNAME` and `TWINE_PASSWORD` for the step from secrets",
            Words("TWINE_|pypirc| -p |--password|PYPI|id-token|localhost")
        ),
        ["heroku"] = new(
            "heroku",
            "it waits for an interactive sign-in, and the step fails",
            "Set `HEROKU_API_KEY` for the step from a secret",
            Words("HEROKU_|netrc|container:login")
        ),
    };

    /// <summary>What a command wants; null for those that talk to nobody.</summary>
    public static SignIn? DemandedBy(ShellCommand command)
    {
        var line = CommandLine.Of(command);
        var program = line.Program == "fly" ? "flyctl" : line.Program;
        return line.Arguments.Any(word =>
                word.Literal?.Contains("dry-run", StringComparison.Ordinal) == true || word.Literal is "--help" or "--version"
            )
                ? null
            : program == "docker" ? (Pushes(line) ? Registry : null)
            : IsDemanding(program, line) ? ByProgram.GetValueOrDefault(program)
            : null;
    }

    private static bool Pushes(CommandLine line) =>
        line.Arguments switch
        {
            [{ Literal: "push" }, ..] or [{ Literal: "image" or "compose" }, { Literal: "push" }, ..] => true,
            [{ Literal: "buildx" }, { Literal: "build" or "bake" }, ..] => line.Arguments.Any(word => word.Literal == "--push"),
            _ => false,
        };

    private static bool IsDemanding(string program, CommandLine line) =>
        program switch
        {
            "kubectl" => line.Verb
                is "apply"
                    or "rollout"
                    or "set"
                    or "delete"
                    or "get"
                    or "wait"
                    or "scale"
                    or "patch"
                    or "annotate"
                    or "replace",
            "helm" => line.Verb is "install" or "upgrade" or "uninstall" or "rollback" or "status" or "history",
            "aws" => line.Verb
                is "s3"
                    or "s3api"
                    or "ecs"
                    or "ecr"
                    or "lambda"
                    or "cloudformation"
                    or "cloudfront"
                    or "deploy"
                    or "elasticbeanstalk"
                    or "ssm"
                    or "eks",
            "gcloud" => line.Verb is "run" or "app" or "compute" or "container" or "functions" or "builds",
            "az" => line.Verb is "webapp" or "containerapp" or "acr" or "aks" or "functionapp" or "deployment" or "storage" or "group",
            "flyctl" or "wrangler" or "firebase" => line.Verb is "deploy" or "publish",
            "vercel" => line.Verb is "deploy" or "pull" or "build" or ['-', '-', 'p', 'r', 'o', 'd'],
            "netlify" or "railway" => line.Verb is "deploy" or "up",
            "npm" => line.Verb == "publish",
            "twine" => line.Verb == "upload",
            "heroku" => line.Verb is ['c', 'o', 'n', 't', 'a', 'i', 'n', 'e', 'r', ':', ..],
            _ => false,
        };

    private static string[] Words(string words) => words.Split('|');
}
