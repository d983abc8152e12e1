using Seaworthy.Model.Topology;

namespace Seaworthy.Model.Known.Actions;

/// <summary>Actions of which only what they are for, or that they are gone, is recorded.</summary>
internal static class OtherActions
{
    private static readonly DateOnly Read = new(2026, 11, 20);

    public static IReadOnlyList<KnownAction> All { get; } =
    [
        // GitHub changelog: CodeQL Action v1 retired 18 January 2023, v2 retired 10 January 2025.
        CodeQl("github/codeql-action/init"),
        CodeQl("github/codeql-action/autobuild"),
        CodeQl("github/codeql-action/analyze"),
        CodeQl("github/codeql-action/upload-sarif") with
        {
            Intents = [],
        },
        // The publisher is aquasecurity.
        Gone("aquasec/trivy-action", ActionState.Absent, "aquasecurity/trivy-action", StepIntent.Scan),
        // Each repository's own notice of archival.
        Gone("actions/upload-release-asset", ActionState.Archived, "softprops/action-gh-release", StepIntent.Publish),
        Gone("actions/setup-ruby", ActionState.Archived, "ruby/setup-ruby", StepIntent.SetUp),
        Gone("actions-rs/cargo", ActionState.Archived, null, StepIntent.Other),
        Gone("actions-rs/clippy-check", ActionState.Archived, null, StepIntent.Lint),
        Gone("actions-rs/audit-check", ActionState.Archived, "rustsec/audit-check", StepIntent.Scan),
        Gone("sonarsource/sonarcloud-github-action", ActionState.Archived, "sonarsource/sonarqube-scan-action", StepIntent.Scan),
        For("sonarsource/sonarqube-scan-action", StepIntent.Scan),
        For("trufflesecurity/trufflehog", StepIntent.Scan),
        For("snyk/actions/golang", StepIntent.Scan),
        For("snyk/actions/dotnet", StepIntent.Scan),
        For("snyk/actions/maven", StepIntent.Scan),
        For("embarkstudios/cargo-deny-action", StepIntent.Scan),
        For("zaproxy/action-baseline", StepIntent.Scan),
        For("docker/scout-action", StepIntent.Scan),
        For("actions/configure-pages", StepIntent.SetUp),
        For("azure/setup-helm", StepIntent.SetUp),
        For("azure/docker-login", StepIntent.SetUp),
        For("azure/k8s-set-context", StepIntent.SetUp),
        For("azure/k8s-deploy", StepIntent.Deploy),
        For("google-github-actions/get-gke-credentials", StepIntent.SetUp),
        For("google-github-actions/deploy-appengine", StepIntent.Deploy),
        For("aws-actions/amazon-ecs-render-task-definition", StepIntent.SetUp),
        For("akhileshns/heroku-deploy", StepIntent.Deploy),
        For("johnbeynon/render-deploy-action", StepIntent.Deploy),
        For("nwtgck/actions-netlify", StepIntent.Deploy),
        For("jamesives/github-pages-deploy-action", StepIntent.Deploy),
        For("snok/install-poetry", StepIntent.SetUp),
        For("gradle/actions/setup-gradle", StepIntent.SetUp),
        For("taiki-e/install-action", StepIntent.SetUp),
        For("actions-rust-lang/setup-rust-toolchain", StepIntent.SetUp),
        For("helm/kind-action", StepIntent.SetUp),
        For("treosh/lighthouse-ci-action", StepIntent.Test),
        For("grafana/k6-action", StepIntent.Test),
        For("sarisia/actions-status-discord", StepIntent.Notify),
        For("dawidd6/action-send-mail", StepIntent.Notify),
        For("ncipollo/release-action", StepIntent.Publish),
        For("pypa/gh-action-pypi-publish", StepIntent.Publish),
        For("release-drafter/release-drafter", StepIntent.Publish),
        For("mr-smithers-excellent/docker-build-push", StepIntent.BuildImage, StepIntent.PushImage),
    ];

    private static KnownAction For(string name, params IReadOnlyList<StepIntent> intents) => new(name, 0, Read) { Intents = intents };

    private static KnownAction Gone(string name, ActionState state, string? replacement, StepIntent intent) =>
        new(name, 0, Read)
        {
            State = state,
            Replacement = replacement,
            Intents = [intent],
        };

    private static KnownAction CodeQl(string name) =>
        new(name, 4, Read)
        {
            Intents = [StepIntent.Scan],
            UnsupportedThrough = 2,
            RetiredSince = new DateOnly(2025, 1, 10),
        };
}
