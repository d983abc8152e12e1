using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>The containers and ports that load balancers of Amazon ECS lead to: the task must have them.</summary>
/// <remarks>Source: Amazon ECS API reference, "CreateService", "LoadBalancer".</remarks>
internal static class BalancedNames
{
    public static IEnumerable<NameUse> Find(Deployment deployment, TerraformModules modules)
    {
        var given = TerraformInputs.SetElsewhere(deployment);
        return modules.Roots.SelectMany(root =>
        {
            TerraformEvaluator evaluator = new(modules, given);
            return new TerraformInstances(modules, evaluator)
                .Of(new TerraformScope(root))
                .SelectMany(scope => scope.Module.Resources.Where(IsTask).SelectMany(task => Of(task, scope, evaluator)));
        });
    }

    private static bool IsTask(HclBlock block) => block.Label(0) == "aws_ecs_task_definition";

    private static IEnumerable<NameUse> Of(HclBlock task, TerraformScope scope, TerraformEvaluator evaluator)
    {
        // What differs from instance to instance is not compared.
        if (
            task.Body["for_each"] is not null
            || task.Body["container_definitions"] is not { } written
            || EcsServices.IsReplaced(task, scope)
        )
        {
            return [];
        }

        var definitions = evaluator.Evaluate(written.Value, scope);
        var containers = definitions.Items.OfType<CloudValue.Map>().ToList();
        var isWhole =
            definitions.MoreBecause is null && containers.Count > 0 && containers.All(container => container["name"]?.Known is not null);
        return isWhole ? new EcsServices(evaluator).Of(task, scope).SelectMany(port => Of(port, task, containers)) : [];
    }

    private static IEnumerable<NameUse> Of(BalancedPort balanced, HclBlock task, List<CloudValue.Map> containers)
    {
        var container = containers.Find(one => one["name"]?.Known == balanced.Container.Value);
        yield return new NameUse(
            NameRole.BalancedContainer,
            balanced.Container.Value,
            balanced.Container.Span,
            balanced.Span.File.Path,
            container?["name"]?.Span
        )
        {
            In = task.Label(1),
            Candidates = [.. containers.Select(one => one["name"]?.Known).OfType<string>()],
            Related = task.Span,
        };
        var mappings = container?["portMappings"];
        var ports = mappings?.Items.Select(mapping => mapping["containerPort"]).ToList();
        if (container is null || container.MoreBecause is not null || mappings?.MoreBecause is not null || balanced.Port is not { } port)
        {
            yield break;
        }

        if (ports?.TrueForAll(one => one?.Number is not null) is not false)
        {
            yield return new NameUse(
                NameRole.BalancedPort,
                $"{port.Value}",
                port.Span,
                balanced.Container.Value,
                ports?.Find(one => one?.Number == port.Value)?.Span
            )
            {
                In = task.Label(1),
                Candidates = [.. (ports ?? []).Select(one => one?.Known).OfType<string>()],
                Related = mappings?.Span ?? container.Span,
            };
        }
    }
}
