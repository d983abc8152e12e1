using Seaworthy.Model.Declared.Platforms;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Platforms;

public sealed class ProcfileReaderTests
{
    [Fact]
    public void Every_line_is_a_process_with_its_command()
    {
        var file = PlatformText.Read<Procfile>(
            "api/Procfile",
            "# run\nweb: gunicorn app:app --bind 0.0.0.0:$PORT\nrelease: python manage.py migrate && python seed.py\n\n"
        );

        Assert.Equal(["web", "release"], file.Processes.Select(process => process.Name.Value));
        Assert.Equal(("gunicorn app:app --bind 0.0.0.0:$PORT", 2), (file.Find("web")?.Command.Span.Text, file.Find("web")?.Span.StartLine));
        Assert.Equal(["python", "python"], file.Find("release")?.Command.Commands.Select(command => command.Program) ?? []);
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void A_line_without_a_name_is_told()
    {
        var file = PlatformText.Read<Procfile>("Procfile", "gunicorn app\nweb:\n");

        Assert.Equal(["gunicorn app", "web:"], file.Problems.Select(problem => problem.Span.Text));
        Assert.Empty(file.Processes);
    }

    [Theory]
    [InlineData("Procfile.dev", true)]
    [InlineData("src/Procfile.cs", false)]
    [InlineData("docs/Procfile.md", false)]
    public void Code_about_procfiles_is_none(string path, bool isRead) =>
        Assert.Equal(isRead, PlatformText.TryRead(path, "web: node .") is not null);
}
