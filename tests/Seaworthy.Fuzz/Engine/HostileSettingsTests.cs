using System.Text;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Suppressing;
using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Fuzz.Engine;

/// <summary>Whatever stands in a configuration, a baseline or a comment: an answer, places inside the file, and time in proportion.</summary>
[Collection(nameof(Measured))]
public sealed class HostileSettingsTests
{
    private const string Sample = """
        gate: critical
        rules: &r
          files/duplicate-key: off
          files/invalid-file: {severity: low}
        areas: {documentation: off}
        paths:
          exclude: ["docs/**", a[b-c]*]
        suppressions:
          - rule: files/duplicate-key
            path: a/*.yaml # seaworthy: allow files/duplicate-key x until=2027-01-31
            reason: |
              # seaworthy: allow
            until: 2027-01-31
        """;

    [Fact]
    public void A_configuration_cut_anywhere()
    {
        for (var cut = 0; cut <= Sample.Length; cut++)
        {
            Read(Sample[..cut]);
            Read(Sample[cut..]);
        }
    }

    [Fact]
    public void A_configuration_with_characters_changed()
    {
        const string Others = "\0{}[]()\"'`\n\t:#$\\<>|&*;,=é\uD83D";
        Random random = new(11);
        for (var round = 0; round < 500; round++)
        {
            var changed = Sample.ToCharArray();
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                changed[random.Next(changed.Length)] = Others[random.Next(Others.Length)];
            }

            Read(new string(changed));
        }
    }

    [Theory]
    [InlineData("suppressions:\n", "- {rule: files/duplicate-key, reason: x}\n", 20_000)]
    [InlineData("rules:\n", "  no-such-rule: off\n", 2_000)]
    [InlineData("paths:\n  exclude:\n", "  - '**/**/**/*a*a*a'\n", 20_000)]
    [InlineData("", "# seaworthy: allow files/duplicate-key x\n", 50_000)]
    [InlineData("", "# seaworthy: allow ", 50_000)]
    [InlineData("", "a # seaworthy: allow files/no-such-rule x\n", 2_000)]
    public void Hostile_repetition_takes_linear_time(string head, string unit, int times) => Growth.OfRepetition(unit, times, Read, head);

    [Fact]
    public void A_baseline_of_anything()
    {
        Random random = new(5);
        var text =
            "{\"schema\": \"seaworthy-baseline/1\", \"findings\": [{\"fingerprint\": \"1\", \"outcome\": \"fail\", \"rule\": \"a\", \"path\": \"b\", \"subject\": \"c\"}]}";
        for (var round = 0; round < 500; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            Assert.True(
                BaselineFile.Read("b.json", bytes.AsMemory(0, random.Next(bytes.Length)), out var fault) is not null || fault.Length > 0
            );
            _ = BaselineFile.Read("b.json", bytes, out _);
        }
    }

    private static void Read(string text)
    {
        SourceFile file = new("seaworthy.yaml", text);
        foreach (var fault in SettingsReading.Of(file).Faults)
        {
            Places.AreInside(fault, text.Length);
        }

        foreach (var comment in AllowComments.In(file).Valid)
        {
            Places.AreInside(comment, text.Length);
        }
    }
}
