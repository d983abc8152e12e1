using Seaworthy.Model.Topology;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking;

public sealed class GoTargetTests
{
    private const string Serves = "package main\n\nimport \"net/http\"\n\nfunc main() {\n\thttp.ListenAndServe(\":8080\", nil)\n}\n";
    private const string Waits = "package main\n\nfunc main() {\n\tselect {}\n}\n";

    /// <summary>A workspace of two programs whose image copies both.</summary>
    private static Workload Mailer(string build, string arguments = "") =>
        Assert.Single(
            Linked
                .Repository(
                    (
                        "compose.yaml",
                        $"services:\n  mailer:\n    build:\n      context: .\n      dockerfile: mailer/Dockerfile\n{arguments}"
                    ),
                    (
                        "mailer/Dockerfile",
                        $"FROM golang:1.24 AS build\nWORKDIR /src\nARG NAME=gateway\nCOPY gateway/ ./gateway/\nCOPY mailer/ ./mailer/\n{build}\nFROM alpine:3.22\nCOPY --from=build /src/app /app\nCMD [\"/app\"]\n"
                    ),
                    ("gateway/go.mod", "module example.com/gateway\n"),
                    ("gateway/cmd/main.go", Serves),
                    ("mailer/go.mod", "module example.com/mailer\n"),
                    ("mailer/cmd/main.go", Waits)
                )
                .Workloads
        );

    [Theory]
    [InlineData("RUN go build -o app ./mailer/cmd", "")]
    [InlineData("RUN go build -ldflags \"-s -w\" -o app ./mailer/cmd/main.go", "")]
    [InlineData("RUN cd mailer/cmd && go build -o ../../app", "")]
    [InlineData("RUN go build -o app ./${NAME}/cmd", "      args: {NAME: mailer}\n")]
    public void Only_the_program_that_is_built_listens(string build, string arguments) =>
        Assert.Empty(Mailer(build, arguments).Listens.Ports);

    [Theory]
    [InlineData("RUN go build -o app ./gateway/cmd", "")]
    [InlineData("RUN go build -o app ./${NAME}/cmd", "")]
    public void The_other_one_is_built(string build, string arguments) =>
        Assert.Equal(8080, Assert.Single(Mailer(build, arguments).Listens.Ports).Port);

    [Fact]
    public void Which_program_runs_cannot_be_told()
    {
        var listens = Mailer("RUN make app").Listens;

        Assert.False(listens.IsComplete);
    }
}
