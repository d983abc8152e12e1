using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Secrets;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Topology;

namespace Seaworthy.Cli.Deploying;

/// <summary>The Compose project that is meant, and what it is with its values filled in.</summary>
internal sealed record DeployTarget(ComposeStack Stack, Target Target, RenderedProject Rendered)
{
    /// <summary>All that was read of the repository.</summary>
    public required Deployment Deployment { get; init; }

    /// <summary>The directory of the repository, absolute.</summary>
    public required string Root { get; init; }

    /// <summary>The secrets that it may be given.</summary>
    public SecretValues Secrets { get; init; } = SecretValues.None;

    /// <summary>Keys for copies of its stores.</summary>
    public CopyKeys CopyKeys { get; init; } = CopyKeys.None;

    /// <summary>Null when the reason is in the complaints.</summary>
    /// <param name="deployment">What was read.</param>
    /// <param name="root">Its directory.</param>
    /// <param name="wanted">The name of a target; null for the one that is deployed.</param>
    /// <param name="environment">Stands behind the project's name.</param>
    /// <param name="declared">What the configuration says of that environment.</param>
    /// <param name="envFiles">Files of variables instead of <c>.env</c>.</param>
    /// <param name="secrets">Those that it may be given.</param>
    /// <param name="complaints">Where the reason goes.</param>
    public static DeployTarget? Find(
        Deployment deployment,
        string root,
        string? wanted,
        string? environment,
        DeclaredEnvironment? declared,
        IReadOnlyList<string> envFiles,
        SecretValues secrets,
        TextWriter complaints
    )
    {
        var known = deployment
            .ComposeStacks.Join(
                deployment.Targets.Where(target => target.Kind == TargetKind.Compose),
                stack => stack.Name,
                target => target.Name,
                (stack, target) => new Pair(stack, target)
            )
            .ToList();
        IReadOnlyList<string> files = wanted is null ? [.. (declared?.ComposeFiles ?? []).Select(file => file.Value)] : [];
        var fit = known
            .Where(pair =>
                files.Count > 0 ? IsMadeOf(pair.Stack, files)
                : wanted is null ? IsDeployed(pair.Target) && !IsOfEnvironment(pair.Stack, deployment)
                : pair.Stack.Name == wanted
            )
            .ToList();
        if (fit.Count == 0 && wanted is not null)
        {
            // A project of several files is called by its last, and people know its first.
            fit = [.. known.Where(pair => pair.Stack.Project.Files.Any(file => file.File.Path == wanted))];
        }

        if (Best(fit, wanted is not null || files.Count > 0) is not { } chosen)
        {
            complaints.WriteLine(
                files.Count > 0
                    ? $"seaworthy: {declared?.Span}: there is no Compose project of {string.Join(", ", files)}."
                    : Complaint(known, fit, wanted)
            );
            return null;
        }

        var directory = Path.GetFullPath(Path.Combine(root, chosen.Stack.Project.Directory));
        if (DeployValues.Of(directory, envFiles, secrets, complaints) is not { } values)
        {
            return null;
        }

        ProjectRendering rendering = new(chosen.Stack, chosen.Target, root, values.All, DeployValues.Read, values.Secret)
        {
            Domains = declared?.Domains ?? [],
            Started = workload => deployment.StartupOf(workload)?.Programs ?? [],
        };
        return new DeployTarget(chosen.Stack, chosen.Target, rendering.Render(environment))
        {
            Deployment = deployment,
            Root = root,
            Secrets = secrets,
        };
    }

    /// <summary>The ledger keeps the names of the secrets that were handed out.</summary>
    public void NoteReads(DeploySession session)
    {
        var read = Secrets.Values.Keys.Intersect(Rendered.Used).Order(StringComparer.Ordinal).ToList();
        if (read.Count > 0)
        {
            session.Ledger.Write(LedgerEvent.SecretRead, detail: string.Join(", ", read));
        }
    }

    /// <summary>An environment of the configuration is made of just these files: <c>--env</c> names it.</summary>
    private static bool IsOfEnvironment(ComposeStack stack, Deployment deployment) =>
        deployment.Outside.Environments.Any(environment =>
            environment.ComposeFiles.Count > 1 && IsMadeOf(stack, environment.ComposeFiles.Select(file => file.Value))
        );

    private static bool IsMadeOf(ComposeStack stack, IEnumerable<string> files) =>
        stack.Project.Files.Select(file => file.File.Path).SequenceEqual(files);

    private static bool IsDeployed(Target target) => target.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test);

    /// <summary>The one for production before one of which nothing is said; of two nobody can choose.</summary>
    private static Pair? Best(List<Pair> fit, bool isNamed) =>
        fit is [var only] ? only
        : isNamed ? fit.FirstOrDefault()
        : fit.Where(pair => pair.Target.Environment == TargetEnvironment.Production).ToList() is [var production] ? production
        : fit.Where(pair => pair.Stack.IsSettled && pair.Stack.PartialBecause is null).ToList() is [var settled] ? settled
        : null;

    private static string Complaint(List<Pair> known, List<Pair> fit, string? wanted) =>
        known.Count == 0 ? "seaworthy: there is no Compose project to deploy."
        : wanted is not null ? $"seaworthy: there is no Compose project '{wanted}'. There is {Names(known)}."
        : fit.Count == 0 ? $"seaworthy: every Compose project is for development or tests; name one with --target: {Names(known)}."
        : $"seaworthy: there are several Compose projects; name one with --target: {Names(fit)}.";

    private static string Names(List<Pair> pairs) => string.Join(", ", pairs.Select(pair => pair.Stack.Name));

    private sealed record Pair(ComposeStack Stack, Target Target);
}
