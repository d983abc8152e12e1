using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Options;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Targets.Commanded;

/// <summary>Services that <c>gcloud run deploy</c> and the action <c>google-github-actions/deploy-cloudrun</c> hand to Cloud Run.</summary>
/// <remarks>
/// Sources: Google Cloud CLI, "gcloud run deploy"; README of google-github-actions/deploy-cloudrun; Cloud Run, "Configure containers for services": port 8080 where none is stated.
/// What a command does not name keeps the value of the revision before.
/// </remarks>
internal static class CloudRunServices
{
    private const int DefaultPort = 8080;
    private const string Kept = "the service keeps what the revision before was given";

    private static readonly OptionGrammar Grammar = new(
        string.Join(' ', GcloudOptions.All.Where(options => options.Verb is "" or "run deploy").Select(options => options.WithValue))
    );

    public static CloudContainer? Of(CommandSite site, Deployment deployment)
    {
        var line = CommandLine.Of(site.Command);
        if (line.Program != "gcloud")
        {
            return null;
        }

        var options = line.Options(Grammar);
        if (
            options.Operands.SkipWhile(word => word.Literal is "beta" or "alpha").ToList()
            is not [{ Literal: "run" }, { Literal: "deploy" }, .. var rest]
        )
        {
            return null;
        }

        var words = SiteWords.Of(site, deployment);
        return Container(
            rest is [var name, ..] ? words.Value(name) : null,
            site.Span,
            options,
            words,
            site.Directories is [var first, ..] ? first : null,
            IsPortWrittenElsewhere(deployment)
        );
    }

    public static CloudContainer? Of(WorkflowStep step, Workflow workflow, WorkflowJob job, Deployment deployment)
    {
        if (
            step.Uses?.Name != "google-github-actions/deploy-cloudrun"
            || step.Input("job") is not null
            || step.Input("metadata") is not null
        )
        {
            return null;
        }

        CloudValue? Input(string name) => step.Input(name) is { } input ? SiteWords.Input(input, workflow, job, step) : null;
        var flags = step.Input("flags");
        SiteWords words = new(Model.Declared.Scripts.ShellVariables.Of([]), _ => null);
        var options = flags is null
            ? null
            : CommandOptions.Read([.. CloudCommand.Script(flags.Raw, flags.Span).SelectMany(command => command.Words)], Grammar);
        var container = Container(
            Input("service"),
            step.Uses.Span,
            options ?? CommandOptions.Read([], Grammar),
            words,
            "",
            IsPortWrittenElsewhere(deployment)
        );
        var isWhole =
            step.Input("env_vars_update_strategy")?.Literal is "overwrite" && step.Input("secrets_update_strategy")?.Literal is "overwrite";
        return container with
        {
            Image = Input("image") ?? container.Image,
            Source = step.Input("source")?.Literal is { } source ? RepositoryPath.Join("", source) : container.Source,
            Variables = [.. Lines(Input("env_vars")), .. Lines(Input("secrets")), .. container.Variables],
            MoreVariablesBecause = isWhole ? null : Kept,
        };
    }

    /// <summary>A document creates a service with a port, which later revisions keep.</summary>
    private static bool IsPortWrittenElsewhere(Deployment deployment) =>
        deployment
            .Of<Document>()
            .SelectMany(document => document.Commands)
            .Any(command =>
                command.Program == "gcloud"
                && command.Words.Any(word => word.Literal is "run")
                && command.Words.Any(word => word.Raw.StartsWith("--port", StringComparison.Ordinal))
            );

    private static CloudContainer Container(
        CloudValue? name,
        SourceSpan span,
        CommandOptions options,
        SiteWords words,
        string? directory,
        bool keepsPort
    )
    {
        var stated = options.Value("--port") is { } port ? words.Value(port) : null;
        int? number =
            stated is not null ? stated.Number
            : keepsPort ? null
            : DefaultPort;
        var place = stated?.Span ?? span;
        return new CloudContainer(name?.Known ?? "service", span)
        {
            Owner = name?.Resolved?.Outline ?? "",
            Image = options.Value("--image") is { } image ? words.Value(image) : null,
            Source =
                options.Value("--source") is { Literal: { } source } && directory is not null
                    ? RepositoryPath.Join(directory, source)
                    : null,
            EntryPoint = Words(options.Value("--command"), words),
            Command = Words(options.Value("--args"), words),
            Variables =
            [
                .. options.Values("--set-env-vars", "--update-env-vars", "--set-secrets", "--update-secrets").SelectMany(words.List),
                .. number is { } sent
                    ? [new SuppliedVariable("PORT", Resolved.Known($"{sent}", place), place, SupplyOrigin.Platform)]
                    : Array.Empty<SuppliedVariable>(),
            ],
            MoreVariablesBecause =
                options.Has("--set-env-vars", "--clear-env-vars")
                && options.Has("--set-secrets", "--clear-secrets")
                && !options.Has("--env-vars-file", "--flags-file")
                    ? null
                    : Kept,
            Ports = number is { } forwarded ? [CloudValues.Binding(forwarded, "Cloud Run sends requests to", place)] : [],
        };
    }

    /// <summary>A list with commas; an empty one takes back what was there.</summary>
    private static CloudValue.List? Words(Model.Declared.Scripts.ShellWord? list, SiteWords words) =>
        list is not null && words.Value(list).Known is { Length: > 0 } text
            ? new CloudValue.List([.. text.Split(',').Select(part => CloudValue.Text.Of(part.Trim(), list.Span))], list.Span)
            : null;

    // One in a line, or between commas.
    private static IEnumerable<SuppliedVariable> Lines(CloudValue? input) =>
        input is null
            ? []
            : (input.Resolved?.Outline ?? "")
                .Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => SiteWords.Variable(line, input.Span))
                .OfType<SuppliedVariable>();
}
