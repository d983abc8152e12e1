using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Compose;

public sealed class ComposeCheckTests
{
    [Theory]
    [InlineData("enviroment: {A: b}", "'enviroment' is not a key of a service; did you mean 'environment'?", "enviroment")]
    [InlineData("build: {contxt: .}", "'contxt' is not a key of a build; did you mean 'context'?", "contxt")]
    [InlineData("healthcheck: {test: a, retry: 3}", "'retry' is not a key of a health check", "retry")]
    [InlineData("log_driver: json-file", "'log_driver' is not a key of a service", "log_driver")]
    [InlineData("deploy: {resources: {limit: {cpus: 1}}}", "did you mean 'limits'?", "limit")]
    public void Unknown_keys_are_told_with_what_was_meant(string body, string message, string place)
    {
        var problem = Assert.Single(ComposeText.ProblemsOf(body));

        Assert.Equal((ProblemKind.UnknownKey, place), (problem.Kind, problem.Span.Text));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("environment:", "must be a mapping or a list, but is empty")]
    [InlineData("environment: A=1", "must be a mapping or a list")]
    [InlineData("environment: {A: [1]}", "services.web.environment.A must be")]
    [InlineData("ports: '80:80'", "services.web.ports must be a list")]
    [InlineData("command: [run, 8080]", "services.web.command[1] must be a string")]
    [InlineData("user: 1000", "services.web.user must be a string")]
    [InlineData("restart: false", "services.web.restart must be a string")]
    [InlineData("restart: sometimes", "'sometimes' is not one of no, always")]
    [InlineData("stop_grace_period: 30", "services.web.stop_grace_period must be a string")]
    [InlineData("healthcheck: {test: a, interval: 30}", "interval must be a string")]
    [InlineData("healthcheck: {test: a, interval: '30'}", "'30' is not a duration")]
    [InlineData("healthcheck: {test: [curl, x]}", "must begin with CMD, CMD-SHELL or NONE")]
    [InlineData("depends_on: {db: {condition: healthy}}", "'healthy' is not one of service_started")]
    [InlineData("depends_on: {db: {restart: true}}", "lacks the required key 'condition'")]
    [InlineData("depends_on: [db, db]", "holds 'db' twice")]
    [InlineData("mem_limit: 512Mi", "'512Mi' is not a size")]
    [InlineData("deploy: {resources: {limits: {memory: 512}}}", "memory must be a string")]
    [InlineData("privileged: maybe", "'maybe' is neither true nor false")]
    [InlineData("network_mode: host\nnetworks: [a]", "exclude each other")]
    [InlineData("container_name: a\ndeploy: {replicas: 2}", "container_name allows only one container")]
    [InlineData("command: sh -c \"a", "is not a command line")]
    [InlineData("labels: {a: '${b.c}'}", "is not a reference that Compose understands")]
    [InlineData("extends: {file: a.yml}", "lacks the required key 'service'")]
    public void What_compose_refuses_is_told(string body, string message)
    {
        Assert.Contains(message, Assert.Single(ComposeText.ProblemsOf(body)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-note: anything")]
    [InlineData("command:")]
    [InlineData("command: sh -c 'a && b'")]
    [InlineData("command: echo $(date) $1 ^x$")]
    [InlineData("restart: no")]
    [InlineData("restart: ${RESTART}")]
    [InlineData("restart: on-failure:5")]
    [InlineData("privileged: 'true'")]
    [InlineData("stdin_open: yes")]
    [InlineData("healthcheck: {test: a, interval: 1m30s, timeout: 1.5s, retries: '3'}")]
    [InlineData("healthcheck: {test: a, interval: '${I}'}")]
    [InlineData("mem_limit: 512m")]
    [InlineData("mem_limit: 1073741824")]
    [InlineData("shm_size: 1.5gb")]
    [InlineData("memswap_limit: '-1'")]
    [InlineData("cpus: 0.5")]
    [InlineData("cpus: '0.5'")]
    [InlineData("expose: [80, '81-82', 90/tcp]")]
    [InlineData("environment: []")]
    [InlineData("environment: {A: , B: true, C: 1.5}")]
    [InlineData("networks: {a: , b: {aliases: [x]}}")]
    [InlineData("network_mode: ${M}")]
    [InlineData("user: '1000'")]
    [InlineData("build: {context: ., args: {A: 1}}")]
    [InlineData("ports: !reset []")]
    [InlineData("depends_on: {db: {condition: service_started, required: '${R}'}}")]
    [InlineData("labels: {price: \"$$5\"}")]
    public void What_compose_takes_is_not_told(string body)
    {
        Assert.Empty(ComposeText.ProblemsOf(body));
    }

    [Theory]
    [InlineData("services:\nvolumes: {}", "services must be a mapping, but is empty", "services")]
    [InlineData("services: {a: {image: x}}\nvolumes:", "volumes must be a mapping, but is empty", "volumes")]
    [InlineData(
        "services: {a: {image: x}}\nnetwork: {b: }",
        "'network' is not a key of a Compose file; did you mean 'networks'?",
        "network"
    )]
    [InlineData("services: {'a/b': {image: x}}", "'a/b' is not a valid name for a service", "'a/b'")]
    [InlineData("version: 3.8\nservices: {a: {image: x}}", "version must be a string", "3.8")]
    [InlineData("services: {a: {image: x}}\nsecrets: {s: {}}", "must have one of file, environment, or be external", "s")]
    [InlineData(
        "services: {a: {image: x}}\nvolumes: {v: {external: true, driver: local}}",
        "external and driver exclude each other",
        "driver"
    )]
    public void The_top_level_is_checked_too(string text, string message, string place)
    {
        var problem = Assert.Single(ComposeText.Read(text).Problems);

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(place, problem.Span.Text);
    }

    [Fact]
    public void A_fault_in_an_anchor_is_told_once()
    {
        var file = ComposeText.Read("x-a: &a {imag: x}\nservices:\n  a: {<<: *a, image: y}\n  b: {<<: *a, image: y}\n");

        Assert.Equal("imag", Assert.Single(file.Problems).Span.Text);
    }

    [Fact]
    public void An_override_file_may_leave_out_what_is_required()
    {
        Assert.Empty(
            ComposeText.Read("services:\n  web:\n    depends_on: {db: {required: false}}\nsecrets: {s: {labels: {a: b}}}\n").Problems
        );
    }
}
