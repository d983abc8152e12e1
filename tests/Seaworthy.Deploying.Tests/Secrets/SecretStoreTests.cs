using Seaworthy.Deploying.Secrets;
using Xunit;

namespace Seaworthy.Deploying.Tests.Secrets;

public sealed class SecretStoreTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    private readonly SecretKey key = SecretKey.Create();

    [Fact]
    public void Any_bytes_come_back_under_any_name()
    {
        Random random = new(4711);
        var store = SecretStore.Create("staging", key, At);
        Dictionary<string, byte[]> expected = [];
        for (var count = 0; count < 200; count++)
        {
            var name = "N" + string.Concat(Enumerable.Range(0, random.Next(0, 40)).Select(_ => "aZ09_"[random.Next(5)])) + $"_{count}";
            var value = new byte[random.Next(0, 3000)];
            random.NextBytes(value);
            Assert.Null(SecretName.Fault(name));
            expected[name] = value;
            store = store.With(name, value, At.AddSeconds(count));
        }

        var again = SecretStore.Open(store.Document, "staging", Ring(key));

        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), again.Names);
        Assert.All(expected, pair => Assert.Equal(pair.Value, again.Find(pair.Key)));
    }

    [Fact]
    public void A_changed_letter_of_an_entry_is_refused()
    {
        var store = SecretStore.Create("", key, At).With("TOKEN", "s3cret"u8, At);
        var sealedText = store.Document.Secrets["TOKEN"].Sealed;
        for (var at = 0; at < sealedText.Length; at++)
        {
            var changed = sealedText[..at] + (sealedText[at] == 'A' ? 'B' : 'A') + sealedText[(at + 1)..];
            var opened = SecretStore.Open(With(store.Document, ("TOKEN", new SecretEntry(At, changed))), "", Ring(key));

            Assert.Contains("TOKEN was changed", Refusal(() => opened.Find("TOKEN")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Entries_that_swap_places_are_refused()
    {
        var document = SecretStore.Create("", key, At).With("A", "first"u8, At).With("B", "second"u8, At).Document;
        var opened = SecretStore.Open(With(document, ("A", document.Secrets["B"]), ("B", document.Secrets["A"])), "", Ring(key));

        Assert.Contains("moved from another name", Refusal(() => opened.Find("A")), StringComparison.Ordinal);
        Assert.Contains("moved from another name", Refusal(() => opened.Find("B")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_date_of_an_entry_cannot_be_changed()
    {
        var document = SecretStore.Create("", key, At).With("A", "first"u8, At).Document;
        var entry = document.Secrets["A"] with { At = At.AddDays(1) };
        var opened = SecretStore.Open(With(document, ("A", entry)), "", Ring(key));

        Refusal(() => opened.Find("A"));
    }

    [Fact]
    public void A_file_of_another_environment_is_refused_even_if_it_says_otherwise()
    {
        var document = SecretStore.Create("staging", key, At).With("A", "first"u8, At).Document;

        Assert.Contains("it was renamed or copied", Refusal(() => SecretStore.Open(document, "", Ring(key))), StringComparison.Ordinal);
        Assert.Contains(
            "changed by something else",
            Refusal(() => SecretStore.Open(document with { Environment = "" }, "", Ring(key))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Another_key_opens_nothing_and_the_message_names_the_one_that_does()
    {
        var document = SecretStore.Create("", key, At).Document;

        Assert.Contains(key.Id, Refusal(() => SecretStore.Open(document, "", Ring(SecretKey.Create()))), StringComparison.Ordinal);
        Refusal(() => SecretStore.Open(document with { Keys = [document.Keys[0] with { Id = "00" }] }, "", Ring(key)));
    }

    [Fact]
    public void Both_keys_open_the_file_until_the_rotation_is_finished()
    {
        var next = SecretKey.Create();
        var before = SecretStore.Create("", key, At).With("A", "first"u8, At);

        var during = before.Rotate(next, key, At.AddDays(1));

        Assert.True(during.IsRotating);
        Assert.Equal("first", Text(SecretStore.Open(during.Document, "", Ring(key)), "A"));
        Assert.Equal("first", Text(SecretStore.Open(during.Document, "", Ring(next)), "A"));
        Assert.NotEqual(before.Document.Secrets["A"].Sealed, during.Document.Secrets["A"].Sealed);
        Assert.Equal(At, during.Document.Secrets["A"].At);

        // Set during the overlap by one who has the old key alone.
        var changed = SecretStore.Open(during.Document, "", Ring(key)).With("B", "second"u8, At);
        var after = SecretStore.Open(changed.Document, "", Ring(next)).Finish(next, At.AddDays(2));

        Assert.Equal("second", Text(SecretStore.Open(after.Document, "", Ring(next)), "B"));
        Refusal(() => SecretStore.Open(after.Document, "", Ring(key)));
    }

    [Fact]
    public void A_change_leaves_all_other_entries_as_they_were()
    {
        var before = SecretStore.Create("", key, At).With("A", "first"u8, At).With("B", "second"u8, At);

        var after = before.With("B", "third"u8, At).Without("C");

        Assert.Equal(before.Document.Secrets["A"], after.Document.Secrets["A"]);
        Assert.Equal(before.Document.Keys, after.Document.Keys);
        Assert.NotEqual(before.Document.Secrets["B"].Sealed, after.Document.Secrets["B"].Sealed);
        Assert.Empty(after.Without("A").Without("B").Names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1A")]
    [InlineData("A-B")]
    [InlineData("A\nB")]
    [InlineData("Ä")]
    [InlineData("COMPOSE_PROJECT_NAME")]
    [InlineData("PATH")]
    public void Such_a_name_is_refused(string name)
    {
        Assert.NotNull(SecretName.Fault(name));
    }

    [Fact]
    public void A_key_is_in_no_text_but_its_own()
    {
        Assert.DoesNotContain(
            key.Text(),
            $"{key} {Ring(key)} {new SecretValues(new Dictionary<string, string> { ["A"] = "s3cret" }, "x")}",
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "s3cret",
            $"{new SecretValues(new Dictionary<string, string> { ["A"] = "s3cret" }, "x")}",
            StringComparison.Ordinal
        );
        Assert.Equal(key.Id, SecretKey.Parse(key.Text())?.Id);
        Assert.NotEqual(key.Id, SecretKey.Create().Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("c2hvcnQ=")]
    [InlineData("no key at all, and long enough to be one in Base64==")]
    public void What_is_no_key_is_refused_without_being_quoted(string text)
    {
        var message = Refusal(() => KeyRing.Parse(text, "the file"));

        Assert.StartsWith("the file ", message, StringComparison.Ordinal);
        Assert.True(text.Length == 0 || !message.Contains(text.Trim(), StringComparison.Ordinal));
    }

    private static string Text(SecretStore store, string name) => System.Text.Encoding.UTF8.GetString(store.Find(name) ?? []);

    private static KeyRing Ring(SecretKey key) => new([key], "the test");

    private static SecretsDocument With(SecretsDocument document, params IReadOnlyList<(string Name, SecretEntry Entry)> entries)
    {
        Dictionary<string, SecretEntry> secrets = new(document.Secrets, StringComparer.Ordinal);
        foreach (var (name, entry) in entries)
        {
            secrets[name] = entry;
        }

        return document with
        {
            Secrets = secrets,
        };
    }

    private static string Refusal(Action act) => Assert.Throws<SecretsException>(act).Message;
}
