namespace Seaworthy.Model.Known.Actions;

/// <summary>Programs that many workflows call and that the Ubuntu images of GitHub's runners lack.</summary>
/// <remarks>
/// Sources: actions/runner-images, the lists of installed software and the toolsets of Ubuntu 22.04, 24.04 and 26.04 (August 2026); announcement
/// "Docker Compose v1 will be removed from images" (removed in July 2024).
/// </remarks>
public static class AbsentPrograms
{
    private static readonly string[] Old = ["ubuntu-22.04", "ubuntu-22.04-arm"];

    // The machines whose images were read; ones with other labels may be of an organisation's own making.
    private static readonly HashSet<string> Machines = new(StringComparer.OrdinalIgnoreCase)
    {
        "ubuntu-latest",
        "ubuntu-22.04",
        "ubuntu-24.04",
        "ubuntu-26.04",
        "ubuntu-22.04-arm",
        "ubuntu-24.04-arm",
        "ubuntu-26.04-arm",
    };

    // Owners of actions that put no program in the way of others but those in their name.
    private static readonly HashSet<string> KnownOwners = new(StringComparer.OrdinalIgnoreCase)
    {
        "actions",
        "anchore",
        "appleboy",
        "aquasecurity",
        "aws-actions",
        "azure",
        "codecov",
        "docker",
        "dorny",
        "dtolnay",
        "github",
        "gitleaks",
        "google-github-actions",
        "hadolint",
        "jlumbroso",
        "peter-evans",
        "shimataro",
        "rustsec",
        "slackapi",
        "softprops",
        "sonarsource",
        "swatinem",
        "taiki-e",
        "tj-actions",
        "trufflesecurity",
        "webfactory",
    };

    // Names of actions that tell of no one tool.
    private static readonly HashSet<string> AnyTools = new(StringComparer.OrdinalIgnoreCase)
    {
        "all",
        "ci",
        "dependencies",
        "deps",
        "docker",
        "env",
        "environment",
        "micromamba",
        "miniconda",
        "mise",
        "nix",
        "runner",
        "toolchain",
        "tools",
        "vm",
    };

    public static IReadOnlyList<AbsentProgram> All { get; } =
    [
        new("docker-compose", "use `docker compose`, which every runner has") { Since = "since July 2024", Traces = ["compose-action"] },
        new("pnpm", "put `pnpm/action-setup` or `corepack enable`") { Traces = ["corepack", "setup-vp"] },
        new("poetry", "put `pipx install poetry`") { IsPython = true },
        new("pdm", "put `pdm-project/setup-pdm`") { IsPython = true },
        new("pipenv", "put `pipx install pipenv`") { IsPython = true },
        new("uv", "put `astral-sh/setup-uv`") { IsPython = true, Traces = ["hatch"] },
        new("bun", "put `oven-sh/setup-bun`"),
        new("deno", "put `denoland/setup-deno`"),
        new("terraform", "put `hashicorp/setup-terraform`") { ExceptOn = Old, Traces = ["tfenv", "tenv", "tfswitch"] },
        new("heroku", "put a step that installs it") { ExceptOn = Old },
        new("vercel", "put `npm install --global vercel`") { ExceptOn = Old },
        new("netlify", "put `npm install --global netlify-cli`") { ExceptOn = Old },
        new("flyctl", "put `superfly/flyctl-actions/setup-flyctl`") { Traces = ["superfly", "fly.io"] },
        new("railway", "put `npm install --global @railway/cli`"),
        new("wrangler", "put `npm install --global wrangler`"),
        new("doctl", "put `digitalocean/action-doctl`"),
        new("helmfile", "put a step that installs it"),
        new("argocd", "put a step that installs it") { Traces = ["argo-cd"] },
        new("skaffold", "put a step that installs it"),
        new("trivy", "put `aquasecurity/setup-trivy`"),
        new("hadolint", "put a step that installs it"),
        new("kubeconform", "put a step that installs it"),
        new("redis-cli", "put `sudo apt-get install -y redis-tools`") { Traces = ["redis"] },
        new("mongosh", "put a step that installs it") { Traces = ["mongo"] },
        OfCargo("nextest") with
        {
            Traces = ["nextest"],
        },
        OfCargo("llvm-cov") with
        {
            Traces = ["llvm-cov"],
        },
        OfCargo("tarpaulin") with
        {
            Traces = ["tarpaulin"],
        },
        OfCargo("audit"),
        OfCargo("deny"),
        OfCargo("hack"),
        OfCargo("udeps") with
        {
            Traces = ["udeps"],
        },
        OfCargo("machete") with
        {
            Traces = ["machete"],
        },
        OfCargo("make"),
        OfCargo("watch"),
        OfCargo("sqlx") with
        {
            Traces = ["sqlx-cli", "sqlx_cli"],
        },
        OfCargo("insta") with
        {
            Traces = ["insta"],
        },
        OfCargo("deb"),
        OfCargo("lambda"),
        OfCargo("shuttle"),
        OfCargo("leptos"),
    ];

    /// <summary>Cargo starts the program <c>cargo-nextest</c> for <c>cargo nextest</c>. Source: The Cargo Book, "Custom subcommands".</summary>
    private static AbsentProgram OfCargo(string subcommand) =>
        new($"{AbsentProgram.Cargo}{subcommand}", $"put `taiki-e/install-action` with `tool: cargo-{subcommand}`")
        {
            Traces = [$"install-action@{subcommand}"],
        };

    /// <summary>The program, if no machine of that label has it.</summary>
    public static AbsentProgram? Find(string name, string label) =>
        Machines.Contains(label)
        && All.FirstOrDefault(program => program.Name == name) is { } found
        && !found.ExceptOn.Contains(label, StringComparer.OrdinalIgnoreCase)
            ? found
            : null;

    public static bool IsKnownMachine(string label) => Machines.Contains(label);

    /// <summary>It is known what the action puts in place.</summary>
    public static bool IsKnownAction(string owner, string name) => KnownOwners.Contains(owner) || KnownActions.Find(name) is not null;

    /// <summary>By its name (<c>setup-dockerize</c>) the action installs one tool.</summary>
    public static bool IsForOneTool(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return action[(action.LastIndexOf('/') + 1)..].Split('-') is ["setup" or "install", var tool] && !AnyTools.Contains(tool);
    }
}
