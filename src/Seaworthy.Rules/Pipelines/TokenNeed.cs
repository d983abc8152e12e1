using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Something that a step does with the token of its job.</summary>
/// <param name="Scopes">What the token must be allowed to write for it.</param>
/// <param name="What">As a report names it.</param>
internal sealed record TokenNeed(IReadOnlyList<string> Scopes, string What, SourceSpan Span)
{
    /// <summary>The job succeeds even when the step fails.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>Write access to this is as good; null where there is no such scope.</summary>
    public string? Instead { get; init; }

    public const string Registry = "ghcr.io";

    private static readonly string[] TokenInputs = ["token", "github_token", "github-token", "repo-token", "GITHUB_TOKEN"];

    private static readonly string[] TokenVariables = ["GITHUB_TOKEN", "GH_TOKEN"];

    /// <summary>What the steps of a job need, each as soon as it is certain.</summary>
    /// <remarks>Sources: the README of each action, "permissions"; GitHub Docs, "Permissions for the GITHUB_TOKEN", "OpenID Connect".</remarks>
    public static IEnumerable<TokenNeed> Of(Workflow workflow, WorkflowJob job, ILookup<string, CompositeAction> actions)
    {
        EarlierTokenUses before = new();
        Lazy<bool> pushes = new(() => KeepsToken(job));
        Lazy<bool> isTagged = new(() => IsTaggedForRegistry(job));
        foreach (var call in job.Steps)
        {
            foreach (var step in ComposedSteps.Of(call, actions))
            {
                var place = ReferenceEquals(step, call) ? (SourceSpan?)null : call.Uses?.Span ?? call.Span;
                var isIgnored = call.ContinueOnError is not null || step.ContinueOnError is not null;
                if (
                    step.Uses is { Kind: ActionReferenceKind.Repository } uses
                    && OfAction(workflow, job, step, before, isTagged) is { Length: > 0 } scopes
                )
                {
                    yield return new TokenNeed(scopes, uses.Name, place ?? uses.Span)
                    {
                        IsIgnored = isIgnored,
                        Instead = TokenCommands.InsteadFor(uses.Name),
                    };
                }
                else if (Push(step) is { } push && pushes.Value)
                {
                    yield return new TokenNeed(["contents"], "`git push`", place ?? push) { IsIgnored = isIgnored };
                }
                else if (TokenCommands.In(workflow, job, step) is { } command && IsOwnToken(step))
                {
                    yield return new TokenNeed(command.Scopes, command.Name, place ?? command.Span)
                    {
                        IsIgnored = isIgnored,
                        Instead = command.Instead,
                    };
                }

                before.Add(step, Publishes(step, isTagged));
            }
        }
    }

    private static string[] OfAction(Workflow workflow, WorkflowJob job, WorkflowStep step, EarlierTokenUses before, Lazy<bool> isTagged)
    {
        var isOwn = IsOwnToken(step);
        return step.Uses?.Name switch
        {
            "actions/deploy-pages" => ["pages", "id-token"],
            "actions/attest-build-provenance" or "actions/attest" or "actions/attest-sbom" => ["id-token", "attestations"],
            "aws-actions/configure-aws-credentials"
                when Has(step, "role-to-assume")
                    && !Has(step, "aws-access-key-id")
                    && !Has(step, "web-identity-token-file")
                    && !Has(step, "role-chaining")
                    && !Has(step, "use-existing-credentials")
                    && !before.Uses(step.Uses.Name)
                    && !Sets(workflow, job, step, "AWS_ACCESS_KEY_ID") => ["id-token"],
            "google-github-actions/auth" when Has(step, "workload_identity_provider") && !Has(step, "credentials_json") => ["id-token"],
            "azure/login" when Has(step, "client-id") && !Has(step, "creds") && !Has(step, "auth-type") => ["id-token"],
            "github/codeql-action/upload-sarif" when isOwn => ["security-events"],
            "github/codeql-action/analyze" when isOwn && !Has(step, "upload") => ["security-events"],
            { } simple
                when isOwn
                    && TokenCommands.OfAction(simple, step) is { Length: > 0 } scopes
                    && (!TokenCommands.PushesCommits(simple) || KeepsToken(job)) => scopes,
            "peaceiris/actions-gh-pages"
                when isOwn
                    && Has(step, "github_token")
                    && !Has(step, "deploy_key")
                    && !Has(step, "personal_token")
                    && !Has(step, "external_repository") => ["contents"],
            "jamesives/github-pages-deploy-action" when isOwn && !Has(step, "ssh-key") && !Has(step, "repository-name") => ["contents"],
            "googleapis/release-please-action" or "peter-evans/create-pull-request" when isOwn && !Has(step, "branch-token") =>
            [
                "contents",
                "pull-requests",
            ],
            "docker/build-push-action"
                when Publishes(step, isTagged) && !before.Published && before.LastLogin is { } login && IsOwn(login.Input("password")) =>
            [
                "packages",
            ],
            _ => [],
        };
    }

    /// <summary>It always pushes an image to GitHub's registry. Only the push is refused: a login succeeds with any token.</summary>
    private static bool Publishes(WorkflowStep step, Lazy<bool> isTagged) =>
        step is { Uses.Name: "docker/build-push-action", If: null }
        && step.Input("push")?.Literal == "true"
        && (Tells(step.Input("tags")) || step.Input("tags") is { Literal: null } && isTagged.Value);

    private static bool IsTaggedForRegistry(WorkflowJob job) =>
        job.Steps.Any(step => step.Uses?.Name == "docker/metadata-action" && Tells(step.Input("images")));

    private static bool Tells(ExpressionTemplate? value) => value?.Raw.Contains(Registry + "/", StringComparison.Ordinal) == true;

    /// <summary>A push to where the checkout came from.</summary>
    private static SourceSpan? Push(WorkflowStep step) =>
        step
            .Run?.Commands.FirstOrDefault(command =>
                command is { Program: "git", FailureIsMasked: false, IsCondition: false }
                && command.Words is [_, { Literal: "push" }, ..]
                && command.Words.Skip(2).All(word => word.Literal is not "--dry-run" and not "-n")
                && (
                    command.Words.Skip(2).FirstOrDefault(word => word.Prefix is not ['-', ..]) is not { } remote
                    || remote.Literal is "origin"
                )
            )
            ?.Span;

    /// <summary>The checkout leaves the token there, and nothing puts another in its place.</summary>
    private static bool KeepsToken(WorkflowJob job) =>
        job.Steps.Any(IsOwnCheckout)
        && job.Steps.All(other =>
            other.Uses?.Name.Contains("ssh", StringComparison.Ordinal) != true
            && other.Uses?.Name.Contains("app-token", StringComparison.Ordinal) != true
            && !IsForeignCheckout(other)
            && !Signs(other.Run?.Text.Raw ?? "")
        );

    private static bool Signs(string script) =>
        script.Contains("set-url", StringComparison.Ordinal)
        || script.Contains("x-access-token", StringComparison.Ordinal)
        || script.Contains("@github.com", StringComparison.Ordinal)
        || script.Contains("remote add", StringComparison.Ordinal)
        || script.Contains("extraheader", StringComparison.Ordinal)
        || script.Contains("insteadOf", StringComparison.OrdinalIgnoreCase)
        || script.Contains("git clone", StringComparison.Ordinal)
        || script.Contains("setup-git", StringComparison.Ordinal)
        || script.Contains("credential", StringComparison.Ordinal);

    private static bool IsOwnCheckout(WorkflowStep step) => step.Uses?.Name == "actions/checkout" && !IsForeignCheckout(step);

    private static bool IsForeignCheckout(WorkflowStep step) =>
        step.Uses?.Name == "actions/checkout"
        && (
            (step.Input("token") is { } token && !IsOwn(token))
            || Has(step, "ssh-key")
            || Has(step, "repository")
            || step.Input("persist-credentials")?.Literal == "false"
        );

    /// <summary>The step has no other token than that of the job.</summary>
    private static bool IsOwnToken(WorkflowStep step) =>
        TokenInputs.All(name => step.Input(name) is not { } value || IsOwn(value))
        && step.Environment.Where(variable => TokenVariables.Contains(variable.Name)).All(variable => IsOwn(variable.Value));

    internal static bool IsOwn(ExpressionTemplate? value) =>
        value is { References: [{ Context: "github", Name: "token" } or { Context: "secrets", Name: "GITHUB_TOKEN" }] };

    private static bool Has(WorkflowStep step, string input) => step.Input(input) is not null;

    private static bool Sets(Workflow workflow, WorkflowJob job, WorkflowStep step, string name) =>
        workflow.Environment.Concat(job.Environment).Concat(step.Environment).Any(variable => variable.Name == name);
}
