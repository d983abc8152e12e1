using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Compose;

public sealed class ComposeServiceTests
{
    [Fact]
    public void Builds_are_read_in_both_forms()
    {
        Assert.Equal(
            ("./api", true),
            (ComposeText.Service("build: ./api").Build?.Context?.Raw, ComposeText.Service("build: ./api").Build?.IsShort)
        );

        var build = ComposeText
            .Service(
                "build:\n  context: .\n  dockerfile: api/Dockerfile\n  target: prod\n  args:\n    - VERSION\n    - URL=${URL:-x}\n  additional_contexts: {shared: ../shared}\n  cache_from: [a]\n  tags: [b]"
            )
            .Build;
        Assert.Equal(
            ("api/Dockerfile", "prod", true, "URL"),
            (build?.Dockerfile?.Raw, build?.Target?.Raw, build?.Args[0].IsBare, build?.Args[1].Value?.Variables.Single().Variable)
        );
        Assert.Equal("../shared", build?.AdditionalContexts[0].Value?.Raw);
    }

    [Fact]
    public void Environment_takes_maps_and_lists_and_bare_names()
    {
        var map = ComposeText.Service("environment:\n  A: 1\n  B:\n  C: \"x=$D\"").Environment;
        Assert.Equal([("A", "1"), ("B", null), ("C", "x=$D")], map.Select(variable => (variable.Name.Value, variable.Value?.Raw)));

        var list = ComposeText.Service("environment:\n  - A=1=2\n  - B\n  - C=").Environment;
        Assert.Equal([("A", "1=2"), ("B", null), ("C", "")], list.Select(variable => (variable.Name.Value, variable.Value?.Raw)));
        Assert.True(list[1].IsBare);
    }

    [Fact]
    public void Env_files_are_read_in_all_forms()
    {
        Assert.Equal(".env", ComposeText.Service("env_file: .env").EnvFiles[0].Path.Raw);

        var files = ComposeText.Service("env_file:\n  - a.env\n  - path: b.env\n    required: false\n    format: raw").EnvFiles;
        Assert.Equal(
            [("a.env", true, null), ("b.env", false, "raw")],
            files.Select(file => (file.Path.Raw, file.IsRequired, file.Format?.Value))
        );
    }

    [Fact]
    public void Dependencies_are_read_in_both_forms()
    {
        Assert.Equal(
            ["db", "redis"],
            ComposeText.Service("depends_on: [db, redis]").DependsOn.Select(dependency => dependency.Service.Value)
        );

        var long_ = ComposeText
            .Service(
                "image: x\ndepends_on:\n  db: {condition: service_healthy, restart: true}\n  m: {condition: service_completed_successfully, required: false}"
            )
            .DependsOn;
        Assert.True(long_[0] is { WaitsForHealth: true, IsRequired: true, Restart.Value: true });
        Assert.True(long_[1] is { WaitsForCompletion: true, IsRequired: false });
    }

    [Fact]
    public void Networks_links_hosts_and_labels_are_read()
    {
        var service = ComposeText.Service(
            "networks:\n  front: {aliases: [api, www], ipv4_address: 10.0.0.2}\n  back:\nlinks: ['db:database', cache]\nextra_hosts: ['host.docker.internal:host-gateway']\n"
                + "labels:\n  - \"traefik.http.routers.web.rule=Host(`x.com`)\"\n  - plain"
        );

        Assert.Equal(["api", "www"], service.Networks[0].Aliases.Select(alias => alias.Raw));
        Assert.Equal([("db", "database"), ("cache", null)], service.Links.Select(link => (link.Service.Value, link.Alias?.Value)));
        Assert.Equal("host-gateway", service.ExtraHosts[0].Value?.Raw);
    }

    [Fact]
    public void Deployment_and_limits_are_read()
    {
        var service = ComposeText.Service(
            "deploy:\n  replicas: ${N:-2}\n  resources:\n    limits: {cpus: '0.5', memory: 512M}\n    reservations: {memory: 256M, devices: [{capabilities: [gpu]}]}\n"
                + "  restart_policy: {condition: on-failure, delay: 5s, max_attempts: 3}\n  update_config: {order: start-first, failure_action: rollback}\n"
                + "  placement: {constraints: [node.role == manager]}\nmem_limit: 1g\nulimits: {nofile: {soft: 1, hard: 2}, nproc: 3}\nlogging: {driver: json-file, options: {max-size: 10m}}"
        );

        Assert.Equal(
            ("512M", "0.5", true),
            (service.Deploy?.Limits?.Memory?.Raw, service.Deploy?.Limits?.Cpus?.Raw, service.Deploy?.Reservations?.HasDevices)
        );
        Assert.Equal(
            (TimeSpan.FromSeconds(5), "rollback"),
            (service.Deploy?.RestartPolicy?.Delay?.Value, service.Deploy?.UpdateConfig?.FailureAction?.Raw)
        );
        Assert.Equal([("1", "2"), ("3", "3")], service.Ulimits.Select(limit => (limit.Soft?.Raw, limit.Hard?.Raw)));
        Assert.Equal("10m", service.Logging?.Options[0].Value?.Raw);
    }

    [Fact]
    public void Secrets_configs_extends_profiles_and_watch_are_read()
    {
        var service = ComposeText.Service(
            "secrets: [a, {source: b, target: /run/b, mode: 0400}]\nconfigs:\n  - source: c\n    target: /etc/c\nextends: {file: base.yml, service: app}\nprofiles: [debug]\n"
                + "develop:\n  watch:\n    - {action: sync, path: ./src, target: /app/src, ignore: [node_modules/]}"
        );

        Assert.Equal(["a", "b"], service.Secrets.Select(grant => grant.Source.Value));
        Assert.Equal(
            ("/etc/c", "app", "base.yml"),
            (service.Configs[0].Target?.Raw, service.Extends?.Service.Value, service.Extends?.File?.Raw)
        );
        Assert.Equal(
            ("debug", "sync", "/app/src"),
            (service.Profiles[0].Value, service.Watch[0].Action?.Value, service.Watch[0].Target?.Raw)
        );
    }

    [Fact]
    public void A_service_of_an_override_file_has_no_origin()
    {
        Assert.True(ComposeText.Service("ports: ['80:80']").HasNoOrigin);
        Assert.False(ComposeText.Service("build: .").HasNoOrigin);
    }
}
