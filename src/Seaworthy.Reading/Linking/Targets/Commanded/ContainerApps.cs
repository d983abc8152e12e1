using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Targets.Commanded;

/// <summary>Apps that <c>az containerapp</c> and the action <c>azure/container-apps-deploy-action</c> hand to Azure Container Apps.</summary>
/// <remarks>Sources: Azure CLI, "az containerapp create", "up", "update"; README of Azure/container-apps-deploy-action.</remarks>
internal static class ContainerApps
{
    private const string Kept = "the app keeps what the revision before was given";

    private static readonly OptionGrammar Grammar = new(
        """
        -n --name -g --resource-group -i --image --target-port --ingress --source --environment --registry-server --registry-username
        --registry-password --registry-identity --cpu --memory --min-replicas --max-replicas --revision-suffix --revisions-mode --transport
        --container-name --repo --branch --location -l --logs-workspace-id --logs-workspace-key --workload-profile-name -w --yaml --query --output -o
        --subscription --exposed-port --user-assigned --termination-grace-period --scale-rule-name --scale-rule-type
        """
    );

    public static CloudContainer? Of(CommandSite site, Deployment deployment)
    {
        var line = CommandLine.Of(site.Command);
        if (line is not { Program: "az", Arguments: [{ Literal: "containerapp" }, { Literal: "create" or "up" or "update" } verb, ..] })
        {
            return null;
        }

        List<ShellWord> rest = [.. line.Arguments.Skip(2)];
        var options = CommandOptions.Read(rest, Grammar);
        if (options.Has("--yaml") || options.Value("-n", "--name") is not { } name)
        {
            return null;
        }

        var words = SiteWords.Of(site, deployment);
        var directory = site.Directories is [var first, ..] ? first : null;
        return new CloudContainer(words.Value(name).Known ?? "app", site.Span)
        {
            Owner = words.Value(name).Resolved?.Outline ?? "",
            Image = options.Value("-i", "--image") is { } image ? words.Value(image) : null,
            Source =
                options.Value("--source") is { Literal: { } source } && directory is not null
                    ? RepositoryPath.Join(directory, source)
                    : null,
            Variables =
            [
                .. Following(rest, "--env-vars", "--set-env-vars", "--replace-env-vars").Select(words.Variable).OfType<SuppliedVariable>(),
            ],
            MoreVariablesBecause = verb.Literal == "create" || options.Has("--replace-env-vars") ? null : Kept,
            Ports = Sent(options.Value("--target-port") is { } port ? words.Value(port) : null),
        };
    }

    public static CloudContainer? Of(WorkflowStep step, Workflow workflow, WorkflowJob job)
    {
        CloudValue? Input(string name) => step.Input(name) is { } input ? SiteWords.Input(input, workflow, job, step) : null;
        return step.Uses?.Name != "azure/container-apps-deploy-action" || step.Input("yamlConfigPath") is not null
            ? null
            : new CloudContainer(Input("containerAppName")?.Known ?? "app", step.Uses.Span)
            {
                Owner = Input("containerAppName")?.Resolved?.Outline ?? "",
                Image = Input("imageToDeploy"),
                Source = step.Input("appSourcePath")?.Literal is { } source
                    ? RepositoryPath.Join("", source.Replace("${{ github.workspace }}", ".", StringComparison.Ordinal))
                    : null,
                Variables = Input("environmentVariables") is { Resolved.Outline: { } text } given
                    ?
                    [
                        .. text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
                            .Select(pair => SiteWords.Variable(pair, given.Span))
                            .OfType<SuppliedVariable>(),
                    ]
                    : [],
                MoreVariablesBecause = Kept,
                Ports = Sent(Input("targetPort")),
            };
    }

    private static IReadOnlyList<PortBinding> Sent(CloudValue? port) =>
        port?.Number is { } number ? [CloudValues.Binding(number, "the ingress of the container app forwards to", port.Span)] : [];

    /// <summary>The words behind one of these options, up to the next.</summary>
    private static IEnumerable<ShellWord> Following(IReadOnlyList<ShellWord> words, params string[] options)
    {
        var isIn = false;
        foreach (var word in words)
        {
            if (word.Prefix is ['-', '-', ..])
            {
                isIn = options.Contains(word.Literal);
            }
            else if (isIn)
            {
                yield return word;
            }
        }
    }
}
