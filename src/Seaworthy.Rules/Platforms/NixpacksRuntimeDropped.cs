using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;

namespace Seaworthy.Rules.Platforms;

/// <summary>A list of packages takes the place of those that Nixpacks detects, and lacks the runtime that the commands start.</summary>
/// <remarks>Source: Nixpacks documentation, "File", "Phases" (a list replaces the provider's; <c>...</c> extends it); "Node", "Python": the packages that providers add.</remarks>
internal sealed class NixpacksRuntimeDropped : Rule<NixpacksConfig>
{
    private static readonly Runtime[] Runtimes =
    [
        new("nodejs", ["node", "npm", "npx"], ["nodejs"]),
        new("python3", ["python", "python3"], ["python", "pypy", "uv", "poetry", "conda", "pixi"]),
        new("go", ["go"], ["go"]),
        new("jdk", ["java"], ["jdk", "jre", "openjdk", "temurin", "graalvm", "zulu", "corretto", "semeru"]),
        new("php", ["php"], ["php", "frankenphp"]),
        new("ruby", ["ruby", "bundle"], ["ruby", "bundler"]),
        new("bun", ["bun", "bunx"], ["bun"]),
        new("deno", ["deno"], ["deno"]),
        new("dotnet-sdk", ["dotnet"], ["dotnet"]),
        new("cargo", ["cargo"], ["cargo", "rust"]),
    ];

    // These bring runtimes of their own.
    private static readonly string[] Managers =
    [
        "nvm",
        "fnm",
        "volta",
        "mise",
        "asdf",
        "rustup",
        "sdk",
        "curl",
        "wget",
        "nix-env",
        "nix",
        "devbox",
        "pkgx",
        "n",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/nixpacks-runtime-dropped",
            Title = "Missing runtime in Nixpacks",
            Area = Area.Platforms,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The list replaces the packages that Nixpacks detects, so the command is not found, and the build or the start fails.",
            Holds = "The packages hold the runtimes that the commands start.",
        };

    public override IEnumerable<NixpacksConfig> Subjects(Deployment deployment) =>
        deployment.Of<NixpacksConfig>().Where(config => config.NixPackages is not null);

    protected override Subject Identify(NixpacksConfig subject) =>
        new(subject.File.Path, subject.NixPackages?.FirstOrDefault()?.Span ?? subject.File.Whole);

    protected override IEnumerable<Verdict> Check(NixpacksConfig subject, Deployment deployment)
    {
        var commands = subject
            .PhaseCommands.Append(subject.StartCommand)
            .OfType<PlatformCommand>()
            .SelectMany(command => command.Commands)
            .ToList();
        var packages = subject.NixPackages ?? [];
        if (packages.Any(package => package.Value == "...") || commands.Exists(command => Managers.Contains(command.Program)))
        {
            yield break;
        }

        var given = packages.Concat(subject.AptPackages).Select(package => package.Value).ToList();
        foreach (var runtime in Runtimes)
        {
            if (
                given.Exists(package => Gives(package, runtime))
                || commands.Find(command => runtime.Programs.Contains(command.Program)) is not { } command
            )
            {
                continue;
            }

            var place = packages.Count > 0 ? packages[0].Span : subject.File.Whole;
            yield return LikelyFail(
                    place,
                    $"`nixPkgs` replaces the packages that Nixpacks detects and holds no {runtime.Package}, but {subject.File.Path} runs `{command.Program}`."
                )
                .On(runtime.Package)
                .Related(command.Span, "not found")
                .Remedy($"Add `\"...\"` to `nixPkgs` in {place}, which keeps the detected packages, or add `\"{runtime.Package}\"`.")
                .VerifyOneGone();
        }
    }

    private static bool Gives(string package, Runtime runtime)
    {
        var name = package[(package.LastIndexOf('.') + 1)..];
        return runtime.Packages.Any(known =>
                name.Contains(known, StringComparison.OrdinalIgnoreCase) && (known.Length > 2 || IsWord(name, known))
            ) || (runtime.Package == "nodejs" && name is "node" or "npm");
    }

    // "go_1_23", not "mongodb".
    private static bool IsWord(string name, string word) =>
        name.StartsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || !char.IsAsciiLetter(name[word.Length]));

    private sealed record Runtime(string Package, string[] Programs, string[] Packages);
}
