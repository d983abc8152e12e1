using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Terraform;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>Services of Amazon ECS in Terraform: which task they run, and what their load balancers lead to.</summary>
/// <remarks>Source: Terraform AWS provider documentation, "aws_ecs_service", "aws_lb_target_group".</remarks>
internal sealed class EcsServices(TerraformEvaluator evaluator)
{
    private readonly TerraformResources resources = new(evaluator);

    /// <summary>What load balancers lead to in a task, by the services of its module that run it.</summary>
    /// <param name="task">The block of the task definition.</param>
    public IReadOnlyList<BalancedPort> Of(HclBlock task, TerraformScope scope) =>
        [
            .. scope
                .Module.Resources.Where(block => block.Label(0) == "aws_ecs_service")
                .Where(service => Runs(service, task, scope))
                .SelectMany(service => service.Body.Of("load_balancer"))
                .Select(balancer => Balanced(balancer, scope))
                .OfType<BalancedPort>(),
        ];

    /// <summary>The pipeline registers the tasks that really run.</summary>
    public static bool IsReplaced(HclBlock task, TerraformScope scope) =>
        scope.Module.Resources.Any(block =>
            (ReferenceEquals(block, task) || (block.Label(0) == "aws_ecs_service" && Mentions(block, task)))
            && block
                .Body.Of("lifecycle")
                .Select(lifecycle => lifecycle.Body["ignore_changes"]?.Value)
                .OfType<HclExpression>()
                .Any(ignored =>
                    ignored.All.Any(part => part is HclExpression.Name { Text: "all" or "task_definition" or "container_definitions" })
                )
        );

    private bool Runs(HclBlock service, HclBlock task, TerraformScope scope) =>
        service.Body["task_definition"] is { } reference
        && resources.Find(reference.Value, scope, "aws_ecs_task_definition") is { } found
        && ReferenceEquals(found.Block, task);

    private static bool Mentions(HclBlock service, HclBlock task) =>
        service.Body["task_definition"]?.Value.All.Any(part => part.Path is [_, var name, ..] && name == task.Label(1)) == true;

    private BalancedPort? Balanced(HclBlock balancer, TerraformScope scope)
    {
        if (balancer.Body["container_name"] is not { } container || evaluator.Evaluate(container.Value, scope).Known is not { } name)
        {
            return null;
        }

        var port = balancer.Body["container_port"] is { } stated ? evaluator.Evaluate(stated.Value, scope).Number : null;
        var place = balancer.Body["container_port"]?.Value.Span ?? balancer.Span;
        return new BalancedPort(
            new Fact<string>(name, container.Value.Span),
            port is { } number ? new Fact<int>(number, place) : null,
            balancer.Body["target_group_arn"] is { } group ? Probe(group.Value, scope, port) : null,
            balancer.Span
        );
    }

    /// <summary>Without a path the balancer asks for the root; if it also accepts a failure code, the path does not matter.</summary>
    private Probe? Probe(HclExpression group, TerraformScope scope, int? port)
    {
        if (
            resources.Find(group, scope, "aws_lb_target_group") is not { } found
            || evaluator.Body(found.Block.Body, found.Block.Span, found.Scope) is var body
                && body["protocol"]?.Known is not ("HTTP" or "HTTPS")
        )
        {
            return null;
        }

        var check = body["health_check"];
        var asks = check?["protocol"]?.Known is null or "HTTP" or "HTTPS";
        var stated = check?["port"];
        var path = check?["path"];
        var isStrict =
            check?["matcher"] is not { } matcher
            || matcher.Known is { } codes && codes.Split(',', '-').All(code => code is ['2' or '3', ..]);
        return new Probe
        {
            Origin = "target group health check",
            Kind = asks ? ProbeKind.Http : ProbeKind.Tcp,
            Span = path?.Span ?? check?.Span ?? found.Block.Span,
            Port = stated is null || stated.Known == "traffic-port" ? port : stated.Number,
            Path = asks && isStrict && check?.MoreBecause is null ? (path is null ? "/" : path.Known?.Split('?')[0]) : null,
        };
    }
}
