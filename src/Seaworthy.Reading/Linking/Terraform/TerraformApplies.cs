using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>Commands of jobs on GitHub's own machines that create something with Terraform, and what keeps their state.</summary>
/// <remarks>
/// Source: Terraform documentation, "Backend block", "Default backend": without a block, and with <c>-backend-config</c> alone, the state is terraform.tfstate in the
/// directory of the root module; GitHub documentation, "GitHub-hosted runners": each job has a new machine.
/// </remarks>
internal static class TerraformApplies
{
    // Providers whose resources are names in the state, or files of the machine: nothing outside is created twice.
    private static readonly string[] WithoutWorld =
    [
        "null",
        "random",
        "local",
        "tls",
        "time",
        "terraform",
        "template",
        "archive",
        "external",
    ];

    // A configuration with these words in a name makes the store of the states itself, once.
    private static readonly string[] FirstWords = ["bootstrap", "backend", "state", "tfstate", "seed"];

    // Trials on the machine itself.
    private static readonly string[] TrialWords = ["localstack", "tflocal", "kind create", "helm/kind-action", "minikube", "k3d"];

    public static IReadOnlyList<TerraformApply> Link(Deployment deployment) =>
        TerraformModules.Of(deployment) is { } modules
            ?
            [
                .. from calls in TerraformStepCall.OfJobs(deployment, modules)
                where !IsTrial(calls)
                from call in calls.Where(call => call.Call.IsApply).DistinctBy(call => call.Module)
                let apply = Of(call, deployment, modules)
                where apply is not null
                select apply,
            ]
            : [];

    private static TerraformApply? Of(TerraformStepCall found, Deployment deployment, TerraformModules modules)
    {
        var module = found.Module;
        if (Created(module) is not { } resource)
        {
            return null;
        }

        var blocks = module.Of("terraform").SelectMany(block => block.Body.Blocks).ToList();
        var local = blocks.Find(block => block.Type.Value == "backend" && block.Label(0) == "local");
        return new TerraformApply(found.Subject, found.Call.Text, module.Directory, found.Call.Command.Span)
        {
            KeptBy = blocks.Find(block => block != local && block.Type.Value is "backend" or "cloud")?.Span,
            Local = local?.Span,
            Ignored = Below(module, modules).SelectMany(Backends).FirstOrDefault()?.Span,
            UnknownBecause = Doubt(found, deployment),
            Resource = resource,
            UsualBackend = resource.Value.Split('_')[0] switch
            {
                "google" => "gcs",
                "azurerm" or "azuread" or "azapi" => "azurerm",
                "kubernetes" or "helm" or "kubectl" => "kubernetes",
                _ => "s3",
            },
        };
    }

    /// <summary>The modules of the repository that it calls itself.</summary>
    private static IEnumerable<TerraformModule> Below(TerraformModule module, TerraformModules modules) =>
        module.Calls.Values.Select(call => modules.Find(module.SourceOf(call))).OfType<TerraformModule>();

    private static IEnumerable<HclBlock> Backends(TerraformModule module) =>
        module.Of("terraform").SelectMany(block => block.Body.Blocks).Where(block => block.Type.Value is "backend" or "cloud");

    /// <summary>What it creates outside of the machine; of another module, its call.</summary>
    private static Fact<string>? Created(TerraformModule module) =>
        module
            .Resources.Where(block => !WithoutWorld.Contains(block.Label(0).Split('_')[0]))
            .Select(block => new Fact<string>($"{block.Label(0)}.{block.Label(1)}", block.Span))
            .Concat(module.Calls.Values.Select(block => new Fact<string>($"module.{block.Label(0)}", block.Span)))
            .OrderBy(fact => fact.Value.StartsWith("module.", StringComparison.Ordinal) ? 1 : 0)
            .FirstOrDefault();

    /// <summary>The job itself destroys what it made, or makes it on its own machine.</summary>
    private static bool IsTrial(IGrouping<WorkflowJob, TerraformStepCall> calls) =>
        // What somebody chooses at the start takes the place of the apply.
        calls
            .Key.Steps.Where(step => step.If?.Raw.Contains("inputs.", StringComparison.Ordinal) is not true)
            .SelectMany(step => step.Run?.Commands ?? [])
            .Any(IsDestroy) || calls.Any(call => Array.Exists(TrialWords, word => call.Workflow.File.Mentions(word)));

    private static bool IsDestroy(ShellCommand command) =>
        command.Program is "terraform" or "tofu" && command.Words.Any(word => word.Literal is "destroy" or "-destroy");

    private static string? Doubt(TerraformStepCall found, Deployment deployment)
    {
        var (workflow, job, module) = (found.Workflow, found.Job, found.Module);
        if (workflow.File.Mentions("tfstate"))
        {
            return $"{workflow.File.Name} names a state file";
        }

        if (deployment.Tree.HasFile(RepositoryPath.Join(module.Directory, "terraform.tfstate") ?? ""))
        {
            return "terraform.tfstate is in the repository";
        }

        if (module.Of("import").FirstOrDefault() is { } import)
        {
            return $"{import.Span} imports what exists";
        }

        if (IsFirst(module.Directory) || IsFirst(workflow.File.Name) || IsFirst(job.Id))
        {
            return "by its name it runs once, and makes the store of the state";
        }

        var commands = job.Steps.SelectMany(step => step.Run?.Commands ?? []).ToList();
        return commands.Find(IsImport) is { } importing ? $"`{importing.Span.Quote}` imports what exists"
            : commands.Find(IsPush) is { } push ? $"`{push.Span.Quote}` may commit the state"
            : commands.Find(command => Writes(command, deployment)) is { } writer ? $"`{writer.Span.Quote}` may write a backend"
            : job.Steps.FirstOrDefault(step => Keeps(step, module.Directory))?.Uses is { } opaque ? $"{opaque.Raw} may keep the state"
            : null;
    }

    private static bool IsFirst(string name) =>
        name.ToLowerInvariant().Split(['-', '_', '.', ' ', '/'], StringSplitOptions.RemoveEmptyEntries).Any(FirstWords.Contains);

    private static bool IsImport(ShellCommand command) =>
        command.Program is "terraform" or "tofu" && command.Words.Any(word => word.Literal == "import");

    private static bool IsPush(ShellCommand command) => command is { Program: "git", Words: [_, { Literal: "push" }, ..] };

    /// <summary>A file of configuration, or a script that names one or the state.</summary>
    private static bool Writes(ShellCommand command, Deployment deployment) =>
        command.Redirects.Any(redirect => redirect.Operator.Contains('>', StringComparison.Ordinal) && IsConfiguration(redirect.Target))
        || (command.Program is not ("terraform" or "tofu" or "cat" or "grep" or "echo") && command.Words.Skip(1).Any(IsConfiguration))
        || KnownCommand
            .Of(command)
            .OfType<ProgramCommand>()
            .Select(program => program.File?.Literal)
            .OfType<string>()
            .Any(file =>
                deployment
                    .Of<ShellScript>()
                    .Any(script =>
                        script.File.Name == RepositoryPath.NameOf(file)
                        // "tfstate" as well.
                        && script.File.Mentions(".tf")
                    )
            );

    private static bool IsConfiguration(ShellWord word) =>
        word.Raw.Trim('"', '\'') is var raw
        && (
            raw.EndsWith(".tf", StringComparison.Ordinal)
            || raw.EndsWith(".tofu", StringComparison.Ordinal)
            || raw.EndsWith(".tf.json", StringComparison.Ordinal)
        );

    /// <summary>A cache or an artifact with the whole directory, or an action of the repository or for Terraform.</summary>
    private static bool Keeps(WorkflowStep step, string directory) =>
        step.Uses is { } uses
        && (
            uses.Raw.StartsWith("./", StringComparison.Ordinal)
            || (uses.Name.StartsWith("actions/", StringComparison.Ordinal) && step.Input("path") is { } path && Covers(path.Raw, directory))
            || (
                uses.Name.Contains("terra", StringComparison.OrdinalIgnoreCase)
                && !uses.Name.StartsWith("hashicorp/setup-", StringComparison.Ordinal)
                && !uses.Name.Contains("lint", StringComparison.Ordinal)
            )
        );

    private static bool Covers(string paths, string directory) =>
        paths
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(path => path.Trim('"', '\'').TrimEnd('*').TrimEnd('/'))
            .Select(path =>
                path.StartsWith("${{ github.workspace }}", StringComparison.Ordinal)
                    ? path["${{ github.workspace }}".Length..].TrimStart('/')
                    : path
            )
            .Any(path =>
                path.Contains("${{", StringComparison.Ordinal)
                || RepositoryPath.Join("", path) == directory
                || RepositoryPath.Join("", path) is ""
            );
}
