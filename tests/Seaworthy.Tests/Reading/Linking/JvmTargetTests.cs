using Seaworthy.Model.Topology;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking;

public sealed class JvmTargetTests
{
    private const string Dockerfile =
        "FROM eclipse-temurin:21-jre\nCOPY target/*.jar /app.jar\nENTRYPOINT [\"java\", \"-jar\", \"/app.jar\"]\n";

    private const string Main =
        "@SpringBootApplication class A { public static void main(String[] a) { SpringApplication.run(A.class, a); } }";

    private static string Pom(string name, string dependency = "spring-boot-starter-web", string more = "") =>
        $"<project><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId></parent><artifactId>{name}</artifactId>"
        + $"<dependencies><dependency><groupId>g</groupId><artifactId>{dependency}</artifactId></dependency></dependencies>{more}</project>";

    private static Workload Orders(
        string properties,
        string compose = "",
        string dockerfile = Dockerfile,
        string dependency = "spring-boot-starter-web"
    )
    {
        var deployment = Linked.Repository(
            ("compose.yaml", $"services:\n  orders:\n    build: ./orders\n{compose}"),
            ("orders/Dockerfile", dockerfile),
            ("orders/pom.xml", Pom("orders", dependency)),
            ("orders/src/main/java/a/A.java", Main),
            ("orders/src/main/resources/application.yml", properties)
        );
        return Assert.Single(deployment.Workloads);
    }

    private static string Ports(Workload workload) =>
        string.Join(',', workload.Listens.Ports.Select(port => port.Port)) + (workload.Listens.IsComplete ? "" : "…");

    [Theory]
    [InlineData("a: b", "", "8080")]
    [InlineData("server.port: ${PORT:81}", "", "81")]
    [InlineData("server.port: ${PORT:81}", "    environment: {PORT: 82}", "82")]
    [InlineData("server.port: 81", "    environment: {SERVER_PORT: 83}", "83")]
    [InlineData(
        "server.port: 81\n---\nspring.config.activate.on-profile: prod\nserver.port: 84",
        "    environment: [SPRING_PROFILES_ACTIVE=prod]",
        "84"
    )]
    [InlineData("server.port: 81\nspring.profiles.active: prod\n---\nspring.profiles: prod\nserver.port: 85", "", "85")]
    [InlineData("server.port: 81\nmanagement.server.port: 91", "", "81,91")]
    [InlineData("server.port: 81", "    environment: {JAVA_TOOL_OPTIONS: '-Xmx1g -Dserver.port=86'}", "86")]
    [InlineData("server.port: 0", "", "…")]
    [InlineData("server.port: ${my.port}\nmy.port: 87", "", "87")]
    [InlineData("server.port: '@port@'", "", "…")]
    [InlineData("server.port: 81\nspring.profiles.active: '@profile@'", "", "…")]
    [InlineData("server.port: 81\nspring.config.import: 'optional:configserver:'", "", "…")]
    [InlineData("server.port: 81", "    volumes: ['./config:/app/config']", "…")]
    public void Properties_tell_the_port(string properties, string compose, string ports) =>
        Assert.Equal(ports, Ports(Orders(properties, compose)));

    [Fact]
    public void Options_of_the_command_win() =>
        Assert.Equal(
            "88",
            Ports(
                Orders(
                    "server.port: 81",
                    "",
                    "FROM eclipse-temurin:21\nCOPY a.jar .\nCMD [\"java\", \"-jar\", \"a.jar\", \"--server.port=88\"]\n"
                )
            )
        );

    [Theory]
    [InlineData("spring-boot-starter-amqp")]
    [InlineData("spring-boot-starter")]
    public void What_serves_nothing_opens_no_port_that_is_known(string dependency) =>
        Assert.Equal("…", Ports(Orders("server.port: 81", "", Dockerfile, dependency)));

    [Fact]
    public void Of_many_modules_the_one_that_is_copied_runs()
    {
        var deployment = Linked.Repository(
            ("compose.yaml", "services:\n  api:\n    build: {context: ., dockerfile: api.Dockerfile}\n"),
            (
                "api.Dockerfile",
                "FROM maven:3 AS build\nCOPY . .\nRUN mvn package\nFROM eclipse-temurin:21\nCOPY --from=build /api/target/api-*.jar a.jar\nCMD [\"java\", \"-jar\", \"a.jar\"]\n"
            ),
            ("pom.xml", "<project><artifactId>all</artifactId><packaging>pom</packaging></project>"),
            ("api/pom.xml", Pom("api")),
            ("api/src/main/java/A.java", Main),
            ("api/src/main/resources/application.properties", "server.port=81"),
            ("api-events/pom.xml", Pom("api-events")),
            ("api-events/src/main/java/A.java", Main),
            ("api-events/src/main/resources/application.properties", "server.port=82")
        );

        Assert.Equal("81", Ports(Assert.Single(deployment.Workloads)));
        Assert.Contains("api", Assert.Single(deployment.Workloads).Components.Select(component => component.Name));
    }

    [Fact]
    public void An_image_that_a_plugin_builds_runs_its_module()
    {
        const string Plugin =
            "<properties><org>acme</org></properties><build><plugins><plugin><artifactId>jib-maven-plugin</artifactId><configuration><to><image>ghcr.io/${org}/${project.artifactId}:${project.version}</image></to></configuration></plugin></plugins></build>";
        var deployment = Linked.Repository(
            ("compose.yaml", "services:\n  orders:\n    image: ghcr.io/acme/orders:2.1\n"),
            ("orders/pom.xml", Pom("orders", "spring-boot-starter-web", Plugin)),
            ("orders/src/main/java/A.java", Main),
            ("orders/src/main/resources/application.properties", "server.port=81")
        );

        Assert.Equal("81", Ports(Assert.Single(deployment.Workloads)));
    }

    [Fact]
    public void Routes_hang_under_the_context_path_and_health_beside_them()
    {
        var deployment = Linked.Repository(
            ("pom.xml", Pom("orders", "spring-boot-starter-actuator")),
            ("src/main/java/A.java", Main),
            ("src/main/java/B.java", "@RestController class B { @GetMapping(Paths.ORDERS + \"/{id}\") String one() { return \"\"; } }"),
            ("src/main/java/Paths.java", "class Paths { static final String ORDERS = \"/orders\"; }"),
            ("src/main/resources/application.yml", "server.servlet.context-path: /shop\n")
        );
        var component = Assert.Single(deployment.Components);

        Assert.Null(component.RoutesIncompleteBecause);
        Assert.Contains(component.Routes, route => route is { Method: "GET", Path.Text: "/shop/orders/{}" });
        Assert.Contains(component.Routes, route => route.Path.Matches("/shop/actuator/health/liveness"));
        Assert.DoesNotContain(component.Routes, route => route.Path.Matches("/actuator/health"));
    }
}
