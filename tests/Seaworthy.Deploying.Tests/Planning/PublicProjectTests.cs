using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;
using Xunit;

namespace Seaworthy.Deploying.Tests.Planning;

/// <summary>What public Compose files have, and examples of our own did not.</summary>
public sealed class PublicProjectTests
{
    [Fact]
    public void A_cache_that_nothing_declares_to_need_starts_before_the_services()
    {
        var plan = FirstPlan(
            """
            name: shop
            services:
              web:
                build: ./web
                ports: ["8080:3000"]
              cache:
                image: redis:7-alpine
            """
        );

        Assert.Equal(
            ["prepare", "proxy", "replace/cache", "start/web", "health/web", "join/web", "watch", "promote", "prune"],
            plan.Steps.Select(step => step.Id)
        );
        Assert.Equal("Start cache and wait until it is well (updates stop it first: it keeps data)", plan.Steps[2].What);
    }

    [Fact]
    public void A_worker_has_as_many_containers_as_are_declared_and_a_publisher_of_a_port_one()
    {
        var project = Projects
            .Render(
                """
                name: shop
                services:
                  worker:
                    image: ghcr.io/example/worker:1
                    deploy: { replicas: 2 }
                  files:
                    image: ghcr.io/example/files:1
                    ports: ["8080:3000"]
                    volumes: ["data:/data"]
                    scale: 2
                volumes:
                  data:
                """
            )
            .Project;

        Assert.Equal(["shop-worker-3-1", "shop-worker-3-2"], Containers(project, "worker"));
        Assert.Equal(["shop-files-3"], Containers(project, "files"));
        Assert.Contains(
            Planner.Of(Projects.Input(project, ObservedState.Empty, 1)).Steps,
            step => step.Id == "replace/worker" && step.Undo == "remove shop-worker-1-1, shop-worker-1-2"
        );
    }

    [Fact]
    public void A_service_called_migrations_runs_once_without_a_word_on_restarts()
    {
        var plan = FirstPlan(
            """
            name: shop
            services:
              migrations:
                build: ./web
                command: npm run migrate
            """
        );

        Assert.Contains(plan.Steps, step => step.Id == "migrate/migrations");
    }

    [Theory]
    [InlineData("8080:3000", true)]
    [InlineData("443:443", false)]
    [InlineData("9000:50051", false)]
    public void Traffic_that_is_encrypted_or_no_HTTP_is_passed_on_as_it_is(string port, bool isHttp)
    {
        var edge = Projects
            .Render($"services:\n  edge:\n    image: ghcr.io/example/edge:1\n    ports: [\"{port}\"]\n")
            .Project.Find("edge");

        Assert.Equal(isHttp, edge?.Listens.Single().IsHttp);
    }

    [Fact]
    public void A_service_that_others_need_listens_where_its_health_check_asks()
    {
        const string Compose = """
            services:
              app:
                image: ghcr.io/example/app:1
                healthcheck:
                  test: ["CMD-SHELL", "curl -fsS http://localhost:8080/health || exit 1"]
              front:
                image: ghcr.io/example/front:1
                depends_on: [app]
            """;

        Assert.Equal([8080], Projects.Render(Compose).Project.Find("app")?.Listens.Select(port => port.Number));
        Assert.Empty(Projects.Render(Compose.Replace("[app]", "[]", StringComparison.Ordinal)).Project.Find("app")?.Listens ?? []);
    }

    [Fact]
    public void What_names_a_variable_that_nothing_sets_is_refused_with_its_name()
    {
        const string Compose = """
            services:
              web:
                image: ghcr.io/example/web:1
                ports: ["${APP_PORT}:3000"]
                volumes: ["${CERTIFICATES}:/certs:ro"]
            """;

        Assert.Equal(
            [
                "web publishes a port (compose.yaml:4) that names APP_PORT: set it in .env or in the environment",
                "web has a mount (compose.yaml:5) that names CERTIFICATES: set it in .env or in the environment",
            ],
            Projects.Render(Compose).Problems
        );
        Assert.Empty(Projects.Render(Compose, ("APP_PORT", "8080"), ("CERTIFICATES", "/certs")).Problems);
    }

    [Fact]
    public void One_sentence_names_all_that_miss_a_file_of_variables()
    {
        var problems = Projects
            .Render(
                """
                services:
                  web:
                    image: ghcr.io/example/web:1
                    env_file: .env.web
                  worker:
                    image: ghcr.io/example/worker:1
                    env_file: .env.web
                """
            )
            .Problems;

        Assert.Equal(["web, worker take variables from .env.web, which is not there"], problems);
    }

    [Fact]
    public void What_stops_nothing_and_is_worth_knowing_is_said()
    {
        var notes = Projects
            .Render(
                """
                name: shop
                services:
                  web:
                    image: ghcr.io/example/web:1
                    user: "${UID}:${GID}"
                  tools:
                    image: ghcr.io/example/tools:1
                    profiles: [tools]
                """
            )
            .Notes;

        Assert.Equal(["GID, UID are not set: nothing stands in their place", "tools stands behind a profile, and is not started"], notes);
    }

    [Fact]
    public void A_store_without_a_named_volume_keeps_the_one_that_the_engine_made()
    {
        const string Compose = "name: shop\nservices:\n  db:\n    image: postgres:16-alpine\n    environment: [POSTGRES_PASSWORD=x]\n";
        ObservedMount made = new("/var/lib/postgresql/data", new string('a', 64), IsReadOnly: false, IsVolume: true);
        ObservedState observed = new([Projects.Running("db", 1, "old") with { Mounts = [made] }]);

        var replace = Planner
            .Of(Projects.Input(Projects.Render(Compose).Project, observed, 2))
            .Steps.Single(step => step.Kind == StepKind.Replace);

        Assert.Contains(replace.Commands, command => command.Contains($"--volume {made.Declared().Text} ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_carried_volume_goes_before_one_that_would_be_empty_and_behind_one_with_a_name()
    {
        MountDefinition made = new(new string('a', 64), "/data", IsReadOnly: false, IsVolume: true);

        Assert.Contains(
            $"--volume {made.Text} i",
            Create(new MountDefinition(null, "/data", IsReadOnly: false, IsVolume: true), made),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            made.Text,
            Create(new MountDefinition("named", "/data", IsReadOnly: false, IsVolume: true), made),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("HEALTHCHECK CMD curl -f http://localhost/\n", true)]
    [InlineData("HEALTHCHECK NONE\n", false)]
    public void A_Dockerfile_says_whether_its_image_has_a_check(string instruction, bool hasCheck)
    {
        var web = Projects
            .Render("services:\n  web:\n    build: ./own\n", "FROM node:22-alpine\n" + instruction + "CMD [\"node\"]\n")
            .Project.Find("web");

        Assert.Equal(hasCheck, web?.HasImageCheck);
    }

    private static DeployPlan FirstPlan(string compose) =>
        Planner.Of(Projects.Input(Projects.Render(compose).Project, ObservedState.Empty, 1));

    private static IReadOnlyList<string> Containers(ProjectDefinition project, string service) =>
        Planner.Containers("shop", project.Find(service)!, 3);

    private static string Create(MountDefinition declared, MountDefinition carried) =>
        ContainerCommands
            .Create(
                new ContainerSpec("c", new ServiceDefinition("db") { Mounts = [declared], IsBacking = true }, "i")
                {
                    Project = "shop",
                    Release = 2,
                    Carried = [carried],
                }
            )
            .ToString();
}
