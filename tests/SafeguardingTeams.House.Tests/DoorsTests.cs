using System.Collections.Concurrent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using SafeguardingTeams.Tests;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Architecture = ArchUnitNET.Domain.Architecture;
using Assembly = System.Reflection.Assembly;
using IType = ArchUnitNET.Domain.IType;

namespace SafeguardingTeams.House.Tests;

/// <summary>The folders of a project know each other in one direction only.</summary>
public class DoorsTests
{
    /// <summary>One line for each project.</summary>
    public static TheoryData<string> Projects =>
        [
            "AdaptiveCards",
            "SafeguardingTeams.Domain",
            "SafeguardingTeams.Presentation",
            "SafeguardingTeams.App",
            "SafeguardingTeams.Microsoft365",
            "SafeguardingTeams.Bot",
            "SafeguardingTeams.Timers",
            "SafeguardingTeams.Rehearsal",
        ];

    /// <summary>
    /// Folders that are one room: the stand-in for Graph is one state with one lock, and its mailboxes, libraries and accounts
    /// are parts of it that know it as it knows them.
    /// </summary>
    private const string OneRoom = "SafeguardingTeams.Rehearsal.StandIns.Graph";

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_make_no_cycle(string project)
    {
        var circles = Circles(Known(Assembly.Load(project)));
        Assert.True(circles.Count == 0, string.Join("\n", circles));
    }

    [Fact]
    public void Every_project_is_on_the_list() =>
        Assert.Equal(
            Directory
                .EnumerateFiles(
                    Path.Combine(Approved.Root, "src"),
                    "*.csproj",
                    new EnumerationOptions { MaxRecursionDepth = 1, RecurseSubdirectories = true }
                )
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal),
            Projects.Select(row => row.Data).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_cycle_is_found_and_said_by_its_types()
    {
        (string Type, string From, string To)[] known =
        [
            ("A.One", "A", "B"),
            ("B.Two", "B", "C"),
            ("C.Three", "C", "A"),
            ("D.Four", "D", "A"),
        ];
        Assert.Equal(["A, B, C: A.One knows B; B.Two knows C; C.Three knows A"], Circles(known));
        Assert.Empty(Circles(known[..2]));
    }

    [Theory]
    [InlineData("Domain.Calendar", "Domain.(Forms|Records|Effects|Cases|Steps|Drafts)")]
    [InlineData("Domain.Forms", "Domain.(Records|Effects|Cases|Steps|Drafts)")]
    [InlineData("Domain.Records", "Domain.(Effects|Steps|Drafts)")]
    [InlineData("Domain.People", "Domain.(Effects|Cases|Steps|Drafts)")]
    [InlineData("Domain.Group", "Domain.(Steps|Drafts)")]
    [InlineData("Domain.Effects", "Domain.(Cases|Steps|Drafts)")]
    [InlineData("Domain.Cases", "Domain.(Steps|Drafts)")]
    [InlineData("Presentation.Wording", "Presentation.(Cards|Documents|Steps|Screens)")]
    [InlineData("Presentation.Cards", "Presentation.(Steps|Screens)")]
    [InlineData("Presentation.Steps", "Presentation.Screens")]
    public void A_lower_folder_knows_no_higher_one(string folder, string higher)
    {
        var types = Loaded(Assembly.Load($"SafeguardingTeams.{folder.Split('.')[0]}"));
        Types()
            .That()
            .ResideInNamespaceMatching(Within(folder))
            .Should()
            .NotDependOnAnyTypesThat()
            .ResideInNamespaceMatching(Within(higher))
            .Check(types);

        static string Within(string folders) => $@"^SafeguardingTeams\.{folders.Replace(".", "\\.", StringComparison.Ordinal)}(\.|$)";
    }

    private static readonly ConcurrentDictionary<Assembly, Architecture> Read = new();

    private static Architecture Loaded(Assembly assembly) => Read.GetOrAdd(assembly, one => new ArchLoader().LoadAssemblies(one).Build());

    /// <summary>Which types know something in another folder of the project, and in which.</summary>
    private static List<(string Type, string From, string To)> Known(Assembly assembly)
    {
        var folders = assembly.GetTypes().Select(type => Room(type.Namespace ?? "")).ToHashSet();
        return
        [
            .. Loaded(assembly)
                .Types.SelectMany(type => type.Dependencies.Select(known => (type.FullName, From: Folder(type), To: Folder(known.Target))))
                .Where(edge => edge.From != edge.To && folders.Contains(edge.To) && folders.Contains(edge.From))
                .Distinct(),
        ];

        static string Folder(IType type) => Room(type.Namespace?.FullName ?? "");

        static string Room(string folder) => folder.StartsWith(OneRoom + ".", StringComparison.Ordinal) ? OneRoom : folder;
    }

    /// <summary>The groups of folders each of which can be reached from each, with the types that know the others.</summary>
    private static List<string> Circles(IReadOnlyCollection<(string Type, string From, string To)> known)
    {
        var next = known.ToLookup(edge => edge.From, edge => edge.To);
        var reached = known.Select(edge => edge.From).Distinct().ToDictionary(from => from, from => Reached(from));
        return
        [
            .. reached
                .Keys.Where(from => reached[from].Contains(from))
                .GroupBy(from =>
                    string.Join(", ", reached[from].Where(to => reached.GetValueOrDefault(to)?.Contains(from) == true).Order())
                )
                .Select(circle =>
                    $"{circle.Key}: "
                    + string.Join(
                        "; ",
                        known
                            .Where(edge => circle.Contains(edge.From) && circle.Contains(edge.To))
                            .Select(edge => $"{edge.Type} knows {edge.To}")
                            .Order(StringComparer.Ordinal)
                    )
                ),
        ];

        HashSet<string> Reached(string from)
        {
            var (all, open) = (new HashSet<string>(), new Queue<string>(next[from]));
            while (open.TryDequeue(out var one))
            {
                if (all.Add(one))
                {
                    foreach (var further in next[one])
                    {
                        open.Enqueue(further);
                    }
                }
            }

            return all;
        }
    }
}
