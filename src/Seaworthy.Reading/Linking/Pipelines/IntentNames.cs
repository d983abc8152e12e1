using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>What a name promises: of a package script, a make target, a script file, a step.</summary>
internal static class IntentNames
{
    // The first row that has a word of the name decides, so "test-deploy" is a test and "rollback-deploy" a rollback.
    private static readonly (StepIntent Intent, string[] Words)[] Table =
    [
        (StepIntent.RollBack, ["rollback", "revert", "undeploy", "restore", "롤백", "回滚", "ロールバック", "откат"]),
        (StepIntent.SmokeTest, ["smoke", "smoketest", "sanity"]),
        (StepIntent.WaitForHealth, ["health", "healthcheck", "wait", "healthy"]),
        (StepIntent.BackUp, ["backup", "dump", "snapshot"]),
        (StepIntent.Scan, ["audit", "scan", "security", "trivy", "snyk", "sast", "vulnerability", "vulnerabilities", "codeql", "gitleaks"]),
        (
            StepIntent.Lint,
            ["lint", "eslint", "typecheck", "types", "prettier", "fmt", "format", "stylelint", "clippy", "check", "validate", "tsc"]
        ),
        (
            StepIntent.Test,
            [
                "test",
                "tests",
                "e2e",
                "unit",
                "integration",
                "spec",
                "coverage",
                "cypress",
                "playwright",
                "vitest",
                "jest",
                "pytest",
                "phpunit",
                "pest",
                "behat",
                "rspec",
            ]
        ),
        (StepIntent.Migrate, ["migrate", "migration", "migrations"]),
        (StepIntent.Notify, ["notify", "notification", "notifications", "slack", "discord"]),
        (StepIntent.Deploy, ["deploy", "deployment", "rollout", "ship"]),
        (StepIntent.Publish, ["publish", "release"]),
        (StepIntent.Build, ["build", "compile", "bundle", "dist"]),
        (StepIntent.CleanUp, ["clean", "cleanup", "prune"]),
        (StepIntent.Install, ["install", "bootstrap"]),
        (StepIntent.SetUp, ["setup", "login", "configure", "prepare"]),
    ];

    private static readonly char[] Separators = [':', '-', '_', '.', '/', ' ', '(', ')', ',', '&', '+'];

    public static IEnumerable<StepIntent> Of(string name)
    {
        var words = name.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        // "db:deploy" brings a schema up to date.
        if (words.Contains("deploy") && words.Any(word => word is "db" or "prisma" or "schema"))
        {
            return [StepIntent.Migrate];
        }

        foreach (var (intent, known) in Table)
        {
            if (words.Any(word => known.Contains(word)))
            {
                return [intent];
            }
        }

        return [];
    }
}
