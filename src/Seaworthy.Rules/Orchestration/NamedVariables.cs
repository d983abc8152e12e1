using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Variables that the repository sets or documents anywhere outside its Compose files: those who start a project are taken to have them.</summary>
internal static class NamedVariables
{
    private static readonly PerDeployment<HashSet<string>> Names = new(Find);

    public static IReadOnlySet<string> Of(Deployment deployment) => Names.Of(deployment);

    /// <summary>Every name in an environment file, template, script or workflow.</summary>
    private static HashSet<string> Find(Deployment deployment)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var file in deployment.Of<EnvFile>())
        {
            names.UnionWith(file.Entries.Concat(file.CommentedOut).Select(entry => entry.Name.Value));
        }

        foreach (var document in deployment.Of<Document>())
        {
            names.UnionWith(document.Variables);
        }

        names.UnionWith(deployment.Of<TaskFile>().SelectMany(file => file.Exports));

        foreach (var site in deployment.Commands)
        {
            names.UnionWith(site.Command.Assignments.Select(assignment => assignment.Name));
            names.UnionWith(site.Command.WrittenVariables);
        }

        foreach (var workflow in deployment.Of<Workflow>())
        {
            names.UnionWith(
                workflow
                    .Environment.Concat(workflow.Jobs.SelectMany(job => job.Environment))
                    .Concat(workflow.Jobs.SelectMany(job => job.Steps).SelectMany(step => step.Environment))
                    .Select(variable => variable.Name)
            );
        }

        return names;
    }
}
