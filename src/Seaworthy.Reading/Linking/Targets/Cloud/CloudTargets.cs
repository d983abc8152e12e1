using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Bicep;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Targets.Platforms;
using Seaworthy.Reading.Linking.Terraform;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>What Terraform applies, what templates of Bicep deploy, and task definitions of Amazon ECS, to targets.</summary>
internal static class CloudTargets
{
    private static readonly string[] EnvironmentNames = ["environment", "env", "stage", "environment_name", "env_name"];

    public static IEnumerable<Target> Link(Deployment deployment, ListeningLinker listening)
    {
        var modules = TerraformModules.Of(deployment);
        var tasks = deployment.Of<EcsTaskDefinition>().ToList();
        if (modules is null && tasks.Count == 0 && BicepTemplates.Of(deployment).Roots.Count == 0)
        {
            return [];
        }

        CloudWorkloads workloads = new(deployment, listening);
        return
        [
            .. Applied(deployment, modules, workloads),
            .. BicepTargets.Link(deployment, workloads),
            .. tasks.SelectMany(task => Registered(task, workloads)),
        ];
    }

    private static IEnumerable<Target> Applied(Deployment deployment, TerraformModules? modules, CloudWorkloads workloads)
    {
        if (modules is null)
        {
            yield break;
        }

        var given = TerraformInputs.SetElsewhere(deployment);
        foreach (var root in modules.Roots)
        {
            TerraformEvaluator evaluator = new(modules, given);
            TerraformContainers containers = new(evaluator);
            List<CloudContainer> found =
            [
                .. from scope in new TerraformInstances(modules, evaluator).Of(new TerraformScope(root))
                from resource in scope.Module.Resources
                from instance in TerraformInstances.Of(resource, scope, evaluator)
                from container in containers.Of(resource, instance)
                select container,
            ];
            if (found.Count > 0)
            {
                var target = Target(root.Files[0].File, root.Directory, [.. root.Files.Select(file => file.File)], found, workloads);
                yield return Stated(root, evaluator) is { } environment
                    ? target with
                    {
                        Environment = environment,
                        Workloads = [.. target.Workloads.Select(workload => workload with { Environment = environment })],
                    }
                    : target;
            }
        }
    }

    /// <summary>The environment that a configuration is for, as a variable or its path says.</summary>
    public static TargetEnvironment EnvironmentOf(TerraformModule root, TerraformEvaluator evaluator) =>
        Stated(root, evaluator) ?? PlatformTargets.EnvironmentOf(root.Files[0].File);

    /// <summary>What a variable that is called so says of the environment.</summary>
    private static TargetEnvironment? Stated(TerraformModule root, TerraformEvaluator evaluator) =>
        EnvironmentNames
            .Where(root.Variables.ContainsKey)
            .Select(name => evaluator.Variable(name, new TerraformScope(root), root.Files[0].File.Whole).Known)
            .OfType<string>()
            .Select(EnvironmentName.Of)
            .Where(environment => environment != TargetEnvironment.Unstated)
            .Select(environment => (TargetEnvironment?)environment)
            .FirstOrDefault();

    private static IEnumerable<Target> Registered(EcsTaskDefinition task, CloudWorkloads workloads)
    {
        var found = ContainersOf(task);
        return found.Count > 0 ? [Target(task.File, task.File.Path, [task.File], found, workloads)] : [];
    }

    /// <summary>The containers of a task that is registered as it is written.</summary>
    public static IReadOnlyList<CloudContainer> ContainersOf(EcsTaskDefinition task)
    {
        TerraformModule none = new(task.File.Directory, [], []);
        var body = TerraformEvaluator.Alone.Evaluate(task.Task, new TerraformScope(none));
        return [.. EcsContainers.Of(body["containerDefinitions"], body["family"]?.Known ?? "", [])];
    }

    private static Target Target(
        SourceFile file,
        string name,
        IReadOnlyList<SourceFile> files,
        IReadOnlyList<CloudContainer> containers,
        CloudWorkloads workloads
    )
    {
        var title = name.Length == 0 ? "Terraform" : name;
        var kind = file.Path.EndsWith(".json", StringComparison.Ordinal) ? TargetKind.Ecs : TargetKind.Terraform;
        Workload pattern = new()
        {
            Name = title,
            TargetName = title,
            Kind = kind,
            Environment = PlatformTargets.EnvironmentOf(file),
            Span = file.Whole,
        };
        return new Target
        {
            Name = title,
            Kind = kind,
            Environment = PlatformTargets.EnvironmentOf(file),
            Files = files,
            Workloads = workloads.Of(containers, pattern),
        };
    }
}
