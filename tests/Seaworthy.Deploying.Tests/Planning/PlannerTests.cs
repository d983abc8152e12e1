using Seaworthy.Deploying.Planning;
using Xunit;

namespace Seaworthy.Deploying.Tests.Planning;

public sealed class PlannerTests
{
    private static readonly ProjectDefinition Shop = Projects.Render(Projects.Shop, ("PASSWORD", "p")).Project;

    [Fact]
    public void A_first_deployment_starts_the_store_migrates_and_joins()
    {
        var plan = Planner.Of(Projects.Input(Shop, ObservedState.Empty, 1));

        Assert.Equal(
            ["prepare", "proxy", "replace/db", "migrate/migrate", "start/web", "health/web", "join/web", "watch", "promote", "prune"],
            plan.Steps.Select(step => step.Id)
        );
    }

    [Fact]
    public void An_update_backs_up_migrates_and_switches_and_leaves_alone_what_did_not_change()
    {
        ObservedState observed = new([Projects.Proxy("p"), Projects.Running("db", 1, "db"), Projects.Running("web", 1, "old")]);

        var plan = Planner.Of(Projects.Input(Shop, observed, 2));

        Assert.Equal(
            ["prepare", "backup/db", "migrate/migrate", "start/web", "health/web", "switch/web", "watch", "promote", "retire/web", "prune"],
            plan.Steps.Select(step => step.Id)
        );
        Assert.Equal(["db"], plan.Unchanged);
        Assert.Equal(["shop-web-1"], plan.Steps.Single(step => step.Id == "switch/web").Replaced);
    }

    [Theory]
    [InlineData("CMD alembic upgrade head && uvicorn app:app --port 3000")]
    [InlineData("COPY start.sh .\nENTRYPOINT [\"./start.sh\"]")]
    public void A_start_that_migrates_is_said_and_databases_are_copied_before_it(string start)
    {
        const string Compose = """
            name: shop
            services:
              api:
                build: ./own
                ports: ["8080:3000"]
                labels: { seaworthy.health: / }
              db:
                image: postgres:16-alpine
            """;
        var project = Projects.Render(Compose, $"FROM python:3.12-slim\nWORKDIR /app\nEXPOSE 3000\n{start}\n").Project;
        ObservedState observed = new([Projects.Proxy("p"), Projects.Running("db", 1, "db"), Projects.Running("api", 1, "old")]);

        var plan = Planner.Of(Projects.Input(project, observed, 2));

        Assert.Equal(["prepare", "backup/db", "start/api"], plan.Steps.Take(3).Select(step => step.Id));
        Assert.Equal("Start api beside the one that serves; it runs 'alembic upgrade head' first", plan.Steps[2].What);
        Assert.True(plan.Steps[2].LeavesMigration);
    }

    [Fact]
    public void Nothing_is_done_when_everything_runs_as_it_is_declared()
    {
        ObservedState observed = new([Projects.Proxy("p"), Projects.Running("db", 1, "db"), Projects.Running("web", 1, "web")]);
        var input = Projects.Input(Shop, observed, 2) with { Current = new Dictionary<string, string> { ["migrate"] = "migrate" } };

        Assert.True(Planner.Of(input).IsEmpty);
    }

    [Fact]
    public void A_proxy_that_died_or_changes_its_shape_is_started_again()
    {
        ObservedState observed = new([Projects.Proxy("other"), Projects.Running("db", 1, "db"), Projects.Running("web", 1, "web")]);
        var input = Projects.Input(Shop, observed, 2) with { Current = new Dictionary<string, string> { ["migrate"] = "migrate" } };

        Assert.Contains(Planner.Of(input).Steps, step => step.Kind == StepKind.Proxy);
    }

    [Fact]
    public void Every_step_that_changes_what_serves_says_how_it_is_undone_and_recognised()
    {
        ObservedState observed = new([Projects.Proxy("p"), Projects.Running("db", 1, "other"), Projects.Running("web", 1, "old")]);

        var plan = Planner.Of(Projects.Input(Shop, observed, 2));

        Assert.All(plan.Steps, step => Assert.NotEmpty(step.DoneWhen));
        Assert.All(
            plan.Steps.Where(step => step.Kind is StepKind.Start or StepKind.Replace or StepKind.Switch or StepKind.Join),
            step => Assert.NotEmpty(step.Undo)
        );
        Assert.Equal(plan.Steps.Count, plan.Steps.Select(step => step.Id).Distinct().Count());
    }

    [Fact]
    public void A_canary_stands_before_the_switch()
    {
        ObservedState observed = new([Projects.Proxy("p"), Projects.Running("db", 1, "db"), Projects.Running("web", 1, "old")]);
        var steps = Planner.Of(Projects.Input(Shop, observed, 2) with { Canary = Canary.Parse("10%:5m") }).Steps;

        Assert.Equal(StepKind.Switch, steps.SkipWhile(step => step.Kind != StepKind.Canary).Skip(1).First().Kind);
        Assert.Null(Canary.Parse("200%:5m"));
    }

    [Fact]
    public void No_plan_shows_a_secret()
    {
        var plan = Planner.Of(Projects.Input(Projects.Render(Projects.Shop, ("PASSWORD", "s3cr3t")).Project, ObservedState.Empty, 1));

        Assert.DoesNotContain(
            plan.Steps.SelectMany(step => step.Commands.Concat(step.UndoCommands)),
            text => text.Contains("s3cr3t", StringComparison.Ordinal)
        );
    }
}
