using Seaworthy.Model.Topology;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Terraform;

/// <summary>What Terraform declares becomes workloads like those of every other platform.</summary>
public sealed class TerraformTargetTests
{
    private const string Dockerfile = "FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n";

    [Fact]
    public void A_task_in_a_module_takes_what_its_caller_gives()
    {
        var workload = Only(
            new()
            {
                ["infra/main.tf"] = "module \"api\" {\n  source = \"./service\"\n  env = { LOG_LEVEL = \"info\" }\n}\n",
                ["infra/service/main.tf"] = """
                variable "env" { type = map(string) }
                resource "aws_ecs_task_definition" "this" {
                  family = "api"
                  container_definitions = jsonencode([{
                    name        = "api"
                    image       = var.image
                    environment = [for k, v in var.env : { name = k, value = v }]
                    secrets     = [{ name = "TOKEN", valueFrom = "arn:x" }]
                  }])
                }
                """,
                ["api/Dockerfile"] = Dockerfile,
            }
        );

        Assert.Equal("infra", workload.TargetName);
        Assert.Equal("api/Dockerfile", workload.Image?.Dockerfile.File.Path);
        Assert.Equal("info", workload.Supplied.Single(variable => variable.Name == "LOG_LEVEL").Value.Text);
        Assert.False(workload.Supplied.Single(variable => variable.Name == "TOKEN").Value.IsKnown);
        Assert.Null(workload.SuppliesMoreBecause);
    }

    [Theory]
    [InlineData("concat([{ name = \"A\", value = \"1\" }], var.more)")]
    [InlineData("var.is_big ? [{ name = \"A\", value = \"1\" }] : []")]
    [InlineData("jsondecode(file(\"env.json\"))")]
    public void What_cannot_be_told_leaves_the_list_open(string environment) =>
        Assert.NotNull(
            Only(
                new()
                {
                    ["main.tf"] =
                        $"variable \"more\" {{}}\nresource \"aws_ecs_task_definition\" \"a\" {{\n  container_definitions = jsonencode([{{ name = \"a\", image = \"x/a\", environment = {environment} }}])\n}}\n",
                }
            ).SuppliesMoreBecause
        );

    [Fact]
    public void A_target_group_asks_the_container_that_the_service_names()
    {
        var workload = Only(
            new()
            {
                ["main.tf"] = """
                resource "aws_lb_target_group" "web" {
                  protocol = "HTTP"
                  health_check { path = "/healthz" }
                }
                resource "aws_ecs_task_definition" "web" {
                  container_definitions = jsonencode([{ name = "web", image = "x/web" }])
                }
                resource "aws_ecs_service" "web" {
                  task_definition = aws_ecs_task_definition.web.arn
                  load_balancer {
                    target_group_arn = aws_lb_target_group.web.arn
                    container_name   = "web"
                    container_port   = 8080
                  }
                }
                """,
            }
        );

        var probe = Assert.Single(workload.Probes);
        Assert.Equal(("/healthz", 8080), (probe.Path, probe.Port));
        Assert.Equal(8080, Assert.Single(workload.Ports).Container);
    }

    [Fact]
    public void A_task_definition_in_JSON_is_a_target_of_its_own()
    {
        var workload = Only(
            new()
            {
                [".aws/task-definition.json"] =
                    """{ "family": "web", "containerDefinitions": [{ "name": "web", "image": "<IMAGE>", "portMappings": [{ "containerPort": 80 }], "command": ["sh", "-c", "node a.js"] }] }""",
            }
        );

        Assert.Equal(TargetKind.Ecs, workload.Kind);
        Assert.Null(workload.Reference);
        Assert.Equal("node", workload.Start?.Commands[0].Program);
    }

    [Fact]
    public void A_module_that_calls_itself_ends()
    {
        var deployment = Linked.Repository(
            ("a/main.tf", "module \"x\" { source = \"../a\" }\nmodule \"b\" { source = \"../b\" }"),
            ("b/main.tf", "module \"a\" { source = \"../a\" }\nlocals {\n  x = local.y\n  y = local.x\n}")
        );

        Assert.Empty(deployment.Targets);
    }

    private static Workload Only(Dictionary<string, string> files) =>
        Assert.Single(Linked.Repository([.. files.Select(file => (file.Key, file.Value))]).Workloads);
}
