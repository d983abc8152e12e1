namespace Seaworthy.Model.Source;

/// <summary>What a file is there for, as far as its path says.</summary>
[Flags]
public enum FilePurpose
{
    /// <summary>It is of the product itself.</summary>
    None = 0,

    /// <summary>Software is tried there: <c>tests</c>, <c>e2e</c>, <c>benchmarks</c>.</summary>
    Test = 1,

    /// <summary>Input of tests, often broken on purpose: <c>testdata</c>, <c>fixtures</c>.</summary>
    Fixture = 2,

    /// <summary>There to be copied: <c>examples</c>, <c>samples</c>.</summary>
    Example = 4,

    /// <summary>There to be tried once, or learnt from: <c>labs</c>, <c>tutorial</c>, <c>playground</c>. The word may also name what the product is about.</summary>
    Trial = 8,

    Documentation = 16,

    /// <summary>A generator fills it in, and puts it elsewhere: <c>templates</c>, <c>scaffold</c>, <c>{{cookiecutter.slug}}</c>.</summary>
    Template = 32,

    /// <summary>Put aside: <c>archive</c>, <c>compose.old.yaml</c>.</summary>
    Retired = 64,

    /// <summary>Somebody else's work, copied in whole: <c>third_party</c>, <c>vendor/github.com</c>.</summary>
    Vendored = 128,

    /// <summary><c>vendor</c>: packages of others, or a dealer.</summary>
    Vendor = 256,

    /// <summary>Put there by a tool: packages, the copies an editor keeps of every save.</summary>
    Installed = 512,

    /// <summary>For the author's own machine: <c>scripts</c>, <c>tools</c>.</summary>
    DeveloperTool = 1024,

    /// <summary>Notes and settings of an assistant for programmers.</summary>
    Assistant = 2048,

    /// <summary>What pupils hand in.</summary>
    Exercise = 4096,

    /// <summary>There to be copied, shown or tried.</summary>
    Shown = Example | Trial | Documentation | Template | Fixture | Assistant,

    /// <summary>What is there is made up: a secret opens nothing, a manifest is of no program.</summary>
    Sample = Test | Fixture | Example | Documentation | Template,

    /// <summary>Source that is no part of a program that is deployed.</summary>
    NoProgram = Retired | Example | Documentation | Test | Fixture | Vendored | Vendor | Installed | DeveloperTool,

    /// <summary>Nobody deploys from there.</summary>
    Aside = Shown | Retired | Test,
}
