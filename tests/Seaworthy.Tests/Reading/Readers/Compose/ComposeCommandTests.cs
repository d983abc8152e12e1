using Seaworthy.Model.Declared.Compose;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Compose;

public sealed class ComposeCommandTests
{
    [Fact]
    public void A_text_is_split_into_words_with_their_places()
    {
        var command = ComposeText.Service("command: python -m app --name 'a b' --port ${PORT:-80 80}").Command;

        Assert.Equal(["python", "-m", "app", "--name", "a b", "--port", "${PORT:-80 80}"], command?.Words.Select(word => word.Raw));
        Assert.Equal("a b", command?.Words[4].Span.Text);
        Assert.Equal("python", Assert.Single(command?.Commands ?? []).Program);
    }

    [Fact]
    public void Folded_words_lead_back_to_their_lines()
    {
        var command = ComposeText.Service("command: >\n  gunicorn app:app\n  --bind 0.0.0.0:8000").Command;

        Assert.Equal(["gunicorn", "app:app", "--bind", "0.0.0.0:8000"], command?.Words.Select(word => word.Span.Text));
        Assert.Equal(5, command?.Words[2].Span.StartLine);
    }

    [Fact]
    public void Compose_drops_what_follows_a_shell_operator_outside_of_quotes()
    {
        var command = ComposeText.Service("command: python manage.py migrate && gunicorn app").Command;

        Assert.Equal(["python", "manage.py", "migrate"], command?.Words.Select(word => word.Raw));
        Assert.Equal("&& gunicorn app", command?.Dropped?.Span.Text);
    }

    [Fact]
    public void A_shell_with_a_text_runs_the_commands_of_the_text()
    {
        var command = ComposeText.Service("command: [\"sh\", \"-c\", \"alembic upgrade head && exec uvicorn app --port $$PORT\"]").Command;

        Assert.Null(command?.Dropped);
        Assert.Equal(["alembic", "exec"], command?.Commands.Select(inner => inner.Program));
        Assert.Equal("$PORT", command?.Commands[1].Words[^1].Raw);
    }

    [Fact]
    public void Null_and_empty_are_told_apart()
    {
        Assert.True(ComposeText.Service("image: x\ncommand:").Command?.IsNull);
        Assert.True(ComposeText.Service("image: x\nentrypoint: []").Entrypoint?.IsEmpty);
    }

    [Theory]
    [InlineData("test: [\"CMD\", \"curl\", \"-f\", \"http://x\"]", HealthTestKind.Exec, "curl", 3)]
    [InlineData("test: [\"CMD-SHELL\", \"curl -f http://x || exit 1\"]", HealthTestKind.Shell, "curl", 1)]
    [InlineData("test: curl -f http://x || exit 1", HealthTestKind.Shell, "curl", 1)]
    public void Health_tests_tell_how_they_run(string test, HealthTestKind kind, string program, int words)
    {
        var check = ComposeText.Service($"image: x\nhealthcheck:\n  {test}\n  interval: 1m30s").Healthcheck;

        Assert.Equal((kind, program, words), (check?.Kind, check?.Test?.Commands[0].Program, check?.Test?.Words.Count));
        Assert.Equal(TimeSpan.FromSeconds(90), check?.Interval?.Value);
    }

    [Theory]
    [InlineData("disable: true")]
    [InlineData("test: [NONE]")]
    public void A_health_check_can_be_switched_off(string body)
    {
        Assert.True(ComposeText.Service($"image: x\nhealthcheck:\n  {body}").Healthcheck?.IsDisabled);
    }
}
