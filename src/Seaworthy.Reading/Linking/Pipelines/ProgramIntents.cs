using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>What programs without a recogniser of their own are for: linters, scanners, publishers, service managers, scripts of the repository.</summary>
internal static class ProgramIntents
{
    private static readonly Dictionary<string, StepIntent> ByName = Table(
        new(
            StepIntent.Lint,
            "eslint prettier flake8 ruff black mypy isort pylint pyright gofmt golangci-lint hadolint shellcheck yamllint actionlint markdownlint "
                + "stylelint rubocop phpstan phpcs php-cs-fixer kubeval kubeconform kube-linter promtool biome oxlint ktlint detekt pre-commit dockerfilelint "
                + "tflint buf spectral commitlint"
        ),
        new(
            StepIntent.Scan,
            "trivy grype snyk gitleaks trufflehog semgrep bandit safety pip-audit govulncheck gosec checkov tfsec dockle osv-scanner brakeman bundle-audit "
                + "bundler-audit kube-score kubescape zap-baseline.py sonar-scanner sysdig-cli-scanner s1-cns-cli syft clair nancy detect-secrets"
        ),
        new(StepIntent.Publish, "twine goreleaser semantic-release release-please changeset"),
        new(StepIntent.BackUp, "restic velero borg wal-g pgbackrest barman duplicity"),
        new(StepIntent.Test, "newman artillery locust lhci bats molecule")
    );

    // Program and verb.
    private static readonly Dictionary<string, StepIntent> ByVerb = Table(
        new(
            StepIntent.Lint,
            "cargo+clippy cargo+fmt cargo+check go+vet go+fmt dotnet+format next+lint ng+lint nginx+-t flutter+analyze dart+analyze composer+validate buf+lint "
                + "bicep+build bicep+lint ansible-test+sanity"
        ),
        new(StepIntent.Scan, "cargo+audit cargo+deny composer+audit docker-scout+cves"),
        new(
            StepIntent.Install,
            "composer+install bundle+install poetry+install pipenv+install pipenv+sync uv+sync pdm+install go+mod dotnet+restore flutter+pub cargo+fetch mix+deps.get"
        ),
        new(StepIntent.Checkout, "git+clone git+checkout git+pull git+fetch git+submodule"),
        new(StepIntent.Publish, "gh+release lerna+publish cargo+publish poetry+publish uv+publish gem+push"),
        new(
            StepIntent.SetUp,
            "rustup+target rustup+component rustup+toolchain corepack+enable corepack+prepare playwright+install git+config gh+auth"
        ),
        new(StepIntent.Test, "cargo+tarpaulin cargo+llvm-cov ansible-test+units ansible-test+integration")
    );

    public static IEnumerable<StepIntent> Of(CommandLine line, bool isOnServer)
    {
        if (isOnServer && OnServer(line) is { } managed)
        {
            return [managed];
        }

        if (ByName.TryGetValue(NameOf(line), out var byName))
        {
            return [byName];
        }

        if (IsTest(line))
        {
            return [StepIntent.Test];
        }

        // A lane of fastlane and a workflow started from another are named for what they do.
        if (line.Program == "fastlane" || (line.Program == "gh" && line.Verb == "workflow"))
        {
            return IntentNames.Of(line.Arguments.Count > 0 ? line.Arguments[^1].ToString() : "");
        }

        if (ByVerb.TryGetValue($"{line.Program}+{line.Verb}", out var byVerb))
        {
            return [byVerb];
        }

        // What is no command of Composer's own is a script of composer.json, named for what it does.
        if (line.Program == "composer")
        {
            return IntentNames.Of(
                line.Arguments.FirstOrDefault(word => word.Literal is not (['-', ..] or "run" or "run-script"))?.ToString() ?? ""
            );
        }

        return OfScript(line);
    }

    // "${scannerHome}/bin/sonar-scanner": where it stands is computed, what it is called is not.
    private static string NameOf(CommandLine line) =>
        line.Program.Length == 0 && line.ProgramWord?.Raw.Trim('"') is { } raw ? raw[(raw.LastIndexOf('/') + 1)..] : line.Program;

    // Test runners that are a verb of something larger.
    private static bool IsTest(CommandLine line) =>
        line.Program switch
        {
            "gradle" or "gradlew" => line.Arguments.Any(word => IsGradleTest(LastOf(word.Raw))),
            "nx" => IsNxTest(line.Arguments),
            "python" or "python3" => line.Arguments
                is [{ Literal: "manage.py" or "./manage.py" }, { Literal: "test" }, ..]
                    or [{ Literal: "-m" }, { Literal: "unittest" }, ..],
            "manage.py" => line.Verb == "test",
            // The tasks of Rails make it the default one.
            "rake" => line.Arguments.Count == 0,
            "node" => line.Arguments is [{ Literal: "--test" }, ..],
            _ => false,
        };

    // ":backend:check" is a task of one project.
    private static string LastOf(string task) => task[(task.LastIndexOf(':') + 1)..];

    private static bool IsGradleTest(string task) =>
        task is "check" or "test" or "build" || (task.EndsWith("Test", StringComparison.Ordinal) && task is not ['-', ..]);

    /// <summary><c>nx test shop</c>, <c>nx run shop:test</c>, <c>nx affected --target=test</c>, <c>nx run-many -t lint test</c>.</summary>
    public static bool IsNxTest(IReadOnlyList<ShellWord> arguments) =>
        arguments is [{ Literal: "test" or "e2e" or "affected:test" }, ..]
        || arguments.Any(word =>
            word.Raw.Split('=', ',', ':', '"', '\'') is [.., "test" or "e2e"] or ["--target" or "--targets" or "-t", "test", ..]
        );

    private static StepIntent? OnServer(CommandLine line) =>
        (line.Program, line.Verb) switch
        {
            ("systemctl" or "supervisorctl", "restart" or "start") => StepIntent.Deploy,
            ("pm2", "restart" or "reload" or "start" or "startOrReload" or "startOrRestart") => StepIntent.Deploy,
            ("systemctl", "reload") or ("nginx", "-s") or ("caddy", "reload") => StepIntent.Switch,
            ("service", _) when line.Arguments is [_, { Literal: "restart" or "start" }, ..] => StepIntent.Deploy,
            _ => null,
        };

    // ./scripts/rollback.sh and "bash deploy/prod.sh" are named for what they do.
    private static IEnumerable<StepIntent> OfScript(CommandLine line)
    {
        var word = line.Program
            is "bash"
                or "sh"
                or "python"
                or "python3"
                or "node"
                or "pwsh"
                or "source"
                or "."
                or "php"
                or "ruby"
                or "tsx"
                or "ts-node"
            ? line.Arguments.FirstOrDefault(argument => argument.Literal is { } literal && !literal.StartsWith('-'))
            : line.ProgramWord;
        if (
            word?.Literal is not { } path
            || (!path.Contains('/', StringComparison.Ordinal) && !path.Contains('.', StringComparison.Ordinal))
            || path.Any(char.IsWhiteSpace)
        )
        {
            return [];
        }

        var file = path[(path.LastIndexOf('/') + 1)..];
        var dot = file.LastIndexOf('.');
        return IntentNames.Of(dot > 0 ? file[..dot] : file);
    }

    private static Dictionary<string, StepIntent> Table(params IReadOnlyList<Row> rows) =>
        rows.SelectMany(row => row.Names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new { Name = name, row.Intent }))
            .ToDictionary(pair => pair.Name, pair => pair.Intent, StringComparer.Ordinal);

    private sealed record Row(StepIntent Intent, string Names);
}
