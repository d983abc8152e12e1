using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Planning;
using Xunit;

namespace Seaworthy.Deploying.Tests.Backups;

/// <summary>A server of Redis hides its command line, so what it says of the password comes from the engine.</summary>
public sealed class RedisLoginTests
{
    [Fact]
    public void A_password_that_is_an_argument_is_a_word_for_a_shell()
    {
        Assert.Equal("'it'\\''s'", Of("redis-server", "--requirepass", "it's", "--appendonly", "yes")["SEAWORTHY_WORD"]);
    }

    [Theory]
    [InlineData("exec redis-server --requirepass \"$WORD\" --port 6380", "\"$WORD\"")]
    [InlineData("redis-server --requirepass $(cat /run/secrets/word) && true", "$(cat /run/secrets/word)")]
    [InlineData("redis-server --requirepass 'a b'; true", "'a b'")]
    public void A_password_in_a_script_stays_as_it_is_written(string script, string word)
    {
        Assert.Equal(word, Of("sh", "-ec", script)["SEAWORTHY_WORD"]);
    }

    [Fact]
    public void Port_and_configuration_are_taken_from_the_command()
    {
        var said = Of("redis-server", "/etc/redis/redis.conf", "--port", "6380");

        Assert.Equal("6380", said["SEAWORTHY_PORT"]);
        Assert.Equal("/etc/redis/redis.conf", said["SEAWORTHY_FILE"]);
        Assert.False(said.ContainsKey("SEAWORTHY_WORD"));
    }

    [Fact]
    public void Without_words_nothing_is_said()
    {
        Assert.Empty(Of("redis-server", "--requirepass"));
        Assert.Empty(Of("redis-server", "--port", "$PORT"));
    }

    private static IReadOnlyDictionary<string, string> Of(params IReadOnlyList<string> command)
    {
        var commands = StoreCommands.Of(StoreKind.Redis);
        Assert.NotNull(commands);
        return commands.Login(new ObservedContainer("cache") { Entrypoint = ["docker-entrypoint.sh"], Command = command });
    }
}
