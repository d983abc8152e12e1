using Seaworthy.Engine.Costing;
using Seaworthy.Engine.Reporting.Costing;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>An estimate as a person reads it: the figures first, then what they rest on.</summary>
internal sealed class TerminalCost(IAnsiConsole console)
{
    private const int Cell = 10;

    public void Write(CostEstimate? estimate)
    {
        if (estimate is null)
        {
            console.MarkupLine(CostText.Nothing);
            return;
        }

        console.MarkupLine($"[bold]{Escaped(CostText.Headline(estimate))}[/]");
        console.WriteLine();
        var width = Math.Max(CostText.Assumptions.Max(one => one.What.Length), Providers.All.Max(provider => Title(provider).Length));
        console.MarkupLine($"[grey]{"".PadRight(width)}{Cells(estimate.Sizes.Select(size => size.Name))}[/]");
        foreach (var provider in Providers.All)
        {
            console.MarkupLine(
                $"{Escaped(Title(provider).PadRight(width))}[bold]{Cells(estimate.Sizes.Select(size => CostText.Money(estimate.Of(provider, size), provider)))}[/]"
            );
        }

        console.WriteLine();
        console.MarkupLine("[grey]Assumed, where the repository does not say:[/]");
        foreach (var (option, what, value) in CostText.Assumptions)
        {
            console.MarkupLine(
                $"{what.PadRight(width)}{Cells(estimate.Sizes.Select(size => CostText.Number(value(size))))}  [grey]{option}[/]"
            );
        }

        console.MarkupLine($"{Escaped(CostText.StoresAssumed(estimate))}.");
        console.WriteLine();
        WriteWorkloads(estimate);
        WriteStores(estimate);
        var prices = Providers.All.SelectMany(provider => provider.Prices).ToList();
        console.MarkupLine(
            $"{Escaped(CostText.Caution)} Prices as of {prices.Min(price => price.AsOf)} to {prices.Max(price => price.AsOf)}; --format markdown names the page and the date of each."
        );
    }

    private void WriteWorkloads(CostEstimate estimate)
    {
        var names = estimate.Workloads.Max(workload => workload.Workload.Name.Length);
        foreach (var workload in estimate.Workloads)
        {
            var declared = string.Join(", ", CostText.Declared(workload));
            console.MarkupLine(
                $"{Escaped(workload.Workload.Name.PadRight(names))}  {(workload.IsStore ? "store  " : "service")}  [grey]{Escaped(declared.Length > 0 ? declared : "says nothing of its size")}[/]"
            );
        }

        console.WriteLine();
    }

    private void WriteStores(CostEstimate estimate)
    {
        var names = Providers.All.Max(provider => provider.Name.Length);
        foreach (var (stores, places) in CostText.Stores(estimate))
        {
            console.MarkupLine($"[bold]{Escaped(stores)}[/]");
            foreach (var (provider, what) in places)
            {
                console.MarkupLine($"  {Escaped(provider.Name.PadRight(names))}  [grey]{Escaped(what)}[/]");
            }

            console.WriteLine();
        }
    }

    private static string Title(Provider provider) => $"{provider.Name}, {provider.Service}";

    private static string Cells(IEnumerable<string> texts) => string.Concat(texts.Select(text => text.PadLeft(Cell)));

    private static string Escaped(string text) => TerminalFinding.Escaped(text);
}
