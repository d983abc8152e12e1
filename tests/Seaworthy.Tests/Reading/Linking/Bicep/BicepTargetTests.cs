using Seaworthy.Model.Topology;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Bicep;

/// <summary>What Bicep deploys becomes workloads like those of every other platform.</summary>
public sealed class BicepTargetTests
{
    private const string Dockerfile = "FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"server.js\"]\n";

    private const string App = """
        param name string
        param image string
        param port int = 8080
        param env array = []
        resource app 'Microsoft.App/containerApps@2024-03-01' = {
          name: name
          properties: {
            configuration: { ingress: { targetPort: port } }
            template: {
              containers: [
                {
                  name: 'main'
                  image: image
                  env: concat([{ name: 'PORT', value: string(port) }], env)
                  probes: [{ type: 'Liveness', httpGet: { path: '/health?full=1', port: port } }]
                }
              ]
            }
          }
        }
        """;

    [Fact]
    public void An_app_in_a_module_takes_what_its_caller_gives()
    {
        var workload = Only(
            new()
            {
                ["infra/main.bicep"] = """
                param registry string
                module api './app.bicep' = {
                  name: 'api'
                  params: {
                    name: 'api'
                    image: '${registry}/api:latest'
                    port: 3000
                    env: [{ name: 'LOG_LEVEL', value: 'info' }, { name: 'TOKEN', secretRef: 'token' }]
                  }
                }
                """,
                ["infra/app.bicep"] = App,
                ["api/Dockerfile"] = Dockerfile,
            }
        );

        Assert.Equal("infra/main.bicep", workload.TargetName);
        Assert.Equal("api", workload.Name);
        Assert.Equal("api/Dockerfile", workload.Image?.Dockerfile.File.Path);
        Assert.Equal("info", workload.Supplied.Single(variable => variable.Name == "LOG_LEVEL").Value.Text);
        Assert.Equal("3000", workload.Supplied.Single(variable => variable.Name == "PORT").Value.Text);
        Assert.False(workload.Supplied.Single(variable => variable.Name == "TOKEN").Value.IsKnown);
        Assert.Null(workload.SuppliesMoreBecause);
        Assert.Equal(3000, Assert.Single(workload.Ports).Container);
        var probe = Assert.Single(workload.Probes);
        Assert.Equal("/health", probe.Path);
        Assert.Equal(3000, probe.Port);
    }

    [Fact]
    public void Each_file_of_values_is_a_target_of_its_environment()
    {
        var deployment = Linked.Repository(
            (
                "infra/main.bicep",
                "param tag string\nmodule api './app.bicep' = { name: 'a', params: { name: 'api', image: 'shop/api:${tag}' } }\n"
            ),
            ("infra/app.bicep", App),
            ("infra/params/dev.bicepparam", "using '../main.bicep'\nparam tag = 'dev'\n"),
            ("infra/params/prod.bicepparam", "using '../main.bicep'\nparam tag = '1.4.2'\n")
        );

        Assert.Equal(
            [
                ("infra/params/dev.bicepparam", TargetEnvironment.Development, "shop/api:dev"),
                ("infra/params/prod.bicepparam", TargetEnvironment.Production, "shop/api:1.4.2"),
            ],
            deployment.Targets.Select(target =>
                (target.Name, target.Environment, Assert.Single(target.Workloads).Reference?.Value.Text ?? "")
            )
        );
    }

    [Theory]
    [InlineData("union([{ name: 'A', value: '1' }], more)")]
    [InlineData("isBig ? [{ name: 'A', value: '1' }] : []")]
    [InlineData("[for name in more: { name: name, value: '1' }]")]
    [InlineData("[...more]")]
    [InlineData("loadJsonContent('env.json')")]
    public void What_cannot_be_told_leaves_the_list_open(string env) =>
        Assert.NotNull(
            Only(
                new()
                {
                    ["main.bicep"] = $$"""
                    param more array
                    param isBig bool
                    resource app 'Microsoft.App/containerApps@2024-03-01' = {
                      name: 'app'
                      properties: { template: { containers: [{ name: 'app', image: 'shop/app:1', env: {{env}} }] } }
                    }
                    """,
                    ["env.json"] = "[]",
                }
            ).SuppliesMoreBecause
        );

    [Theory]
    [InlineData("concat('a', '-', toLower('B'))", "a-b")]
    [InlineData("format('{0}/{1}', 'a', 'b')", "a/b")]
    [InlineData("replace('a_b', '_', '-')", "a-b")]
    [InlineData("join(map(range(0, 3), i => 'x${i}'), ',')", "x0,x1,x2")]
    [InlineData("empty('') ? first(['a', 'b']) : 'c'", "a")]
    [InlineData("items({ k: 'v' })[0].value", "v")]
    [InlineData("union({ a: '1' }, { a: '2' }).a", "2")]
    [InlineData("null ?? 'a'", "a")]
    [InlineData("{ a: 'b' }.?a ?? 'c'", "b")]
    [InlineData("{}.?a ?? 'c'", "c")]
    [InlineData("double('a')", "aa")]
    [InlineData("filter(['a', 'bc'], x => length(x) > 1)[0]", "bc")]
    [InlineData("toObject(['a'], x => x, x => '${x}!').a", "a!")]
    [InlineData("uniqueString(resourceGroup().id)", null)]
    [InlineData("loop", null)]
    public void Values_are_followed_as_far_as_the_template_tells(string value, string? text) =>
        Assert.Equal(
            text,
            Only(
                new()
                {
                    ["main.bicep"] = $$"""
                    func double(x string) string => '${x}${x}'
                    var loop = back
                    var back = loop
                    resource app 'Microsoft.App/containerApps@2024-03-01' = {
                      name: 'app'
                      properties: { template: { containers: [{ name: 'app', image: 'shop/app:1', env: [{ name: 'A', value: {{value}} }] }] } }
                    }
                    """,
                }
            )
                .Supplied.Single()
                .Value.Text
        );

    [Fact]
    public void Azd_runs_the_service_that_the_tag_names_whatever_the_image_says()
    {
        var workload = Only(
            new()
            {
                ["azure.yaml"] =
                    "name: shop\nservices:\n  api:\n    project: ./src/api\n    host: containerapp\n    docker:\n      path: ./docker/Dockerfile\n",
                ["infra/main.bicep"] = """
                param tags object = { }
                resource app 'Microsoft.App/containerApps@2024-03-01' = {
                  name: 'app-${uniqueString(resourceGroup().id)}'
                  tags: union(tags, { 'azd-service-name': 'api' })
                  properties: { template: { containers: [{ name: 'main', image: 'mcr.microsoft.com/azuredocs/containerapps-helloworld:latest' }] } }
                }
                """,
                ["infra/main.parameters.json"] = """
                {
                  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
                  "parameters": { "tags": { "value": { "env": "${AZURE_ENV_NAME}" } } }
                }
                """,
                ["src/api/docker/Dockerfile"] = Dockerfile,
                ["src/api/server.js"] = "require('http').createServer().listen(3000)\n",
                ["src/web/Dockerfile"] = Dockerfile,
            }
        );

        Assert.Equal("api", workload.Name);
        Assert.Equal("src/api/docker/Dockerfile", workload.Image?.Dockerfile.File.Path);
        Assert.Equal("src/api", workload.Image?.Build.Context);
        Assert.Null(workload.Reference);
    }

    [Fact]
    public void Settings_of_a_site_stand_in_it_or_in_a_resource_of_their_own()
    {
        var workload = Only(
            new()
            {
                ["main.bicep"] = """
                resource site 'Microsoft.Web/sites@2023-12-01' = {
                  name: 'shop'
                  properties: {
                    siteConfig: {
                      linuxFxVersion: 'DOCKER|shop.azurecr.io/api:1.4.2'
                      appCommandLine: 'node server.js'
                      healthCheckPath: '/health'
                      appSettings: [{ name: 'WEBSITES_PORT', value: '3000' }]
                    }
                  }
                  resource settings 'config' = {
                    name: 'appsettings'
                    properties: { LOG_LEVEL: 'info' }
                  }
                }
                """,
            }
        );

        Assert.Equal("shop.azurecr.io/api:1.4.2", workload.Reference?.Value.Text);
        Assert.Equal("node server.js", workload.Start?.Text);
        Assert.Equal(3000, Assert.Single(workload.Ports).Container);
        Assert.Equal("/health", Assert.Single(workload.Probes).Path);
        Assert.Equal("info", workload.Supplied.Single(variable => variable.Name == "LOG_LEVEL").Value.Text);
    }

    [Theory]
    [InlineData("if (false)", 0)]
    [InlineData("if (unknown)", 1)]
    public void What_a_condition_leaves_out_does_not_run(string condition, int count) =>
        Assert.Equal(
            count,
            Linked
                .Repository(
                    (
                        "main.bicep",
                        $"param unknown bool\nresource a 'Microsoft.App/jobs@2024-03-01' = {condition} {{\n  name: 'a'\n  properties: {{ template: {{ containers: [{{ name: 'a', image: 'x/a:1' }}] }} }}\n}}\n"
                    )
                )
                .Targets.SelectMany(target => target.Workloads)
                .Count()
        );

    [Fact]
    public void Loops_make_one_workload_a_round_and_libraries_below_a_template_none()
    {
        var deployment = Linked.Repository(
            (
                "infra/main.bicep",
                "module apps './app.bicep' = [for (name, i) in ['api', 'web']: {\n  name: name\n  params: { name: '${name}-${i}', image: 'shop/${name}:1' }\n}]\n"
            ),
            ("infra/app.bicep", App),
            ("infra/core/host/other.bicep", App)
        );

        Assert.Equal(["api-0", "web-1"], Assert.Single(deployment.Targets).Workloads.Select(workload => workload.Name));
    }

    [Fact]
    public void A_module_of_the_public_registry_is_what_it_makes()
    {
        var workload = Only(
            new()
            {
                ["main.bicep"] = """
                module api 'br/public:avm/res/app/container-app:0.16.0' = {
                  name: 'api'
                  params: {
                    name: 'api'
                    ingressTargetPort: 3000
                    containers: [{ name: 'main', image: 'shop/api:1', env: [{ name: 'A', value: 'b' }] }]
                  }
                }
                """,
            }
        );

        Assert.Equal("shop/api:1", workload.Reference?.Value.Text);
        Assert.Equal(3000, Assert.Single(workload.Ports).Container);
        Assert.Equal("A", Assert.Single(workload.Supplied).Name);
    }

    private static Workload Only(Dictionary<string, string> files)
    {
        var deployment = Linked.Repository(files.Select(file => (file.Key, file.Value)));
        return Assert.Single(Assert.Single(deployment.Targets, IsOfBicep).Workloads);
    }

    private static bool IsOfBicep(Target target) => target.Kind == TargetKind.Bicep;
}
