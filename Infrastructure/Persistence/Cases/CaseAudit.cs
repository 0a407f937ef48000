using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CovidSchoolReporting.Infrastructure.Persistence.Cases;

/// <summary>Writes down what a commit does to a case and its contacts, in that very commit.</summary>
internal static class CaseAudit
{
    public static void Add(PortalDbContext context, Actor actor, CovidCase stored, bool wasOpen, DateTime now)
    {
        context.ChangeTracker.DetectChanges();
        List<AuditEntry> entries = [];
        if (wasOpen && stored.Status == CaseStatus.Closed)
        {
            entries.Add(AuditEntry.By(actor, AuditAction.CaseClosed, now, AuditRecord.Case(stored.Id), 1 + stored.ContactCount));
        }
        else if (SaysSomethingElse(context.Entry(stored)))
        {
            entries.Add(AuditEntry.By(actor, AuditAction.CaseAmended, now, AuditRecord.Case(stored.Id)));
        }

        var contacts = context.ChangeTracker.Entries<Contact>().ToList();

        // A new contact has no id before the commit: its case tells where to look.
        if (contacts.Count(c => c.State == EntityState.Added) is > 0 and var added)
        {
            entries.Add(AuditEntry.By(actor, AuditAction.ContactsAdded, now, AuditRecord.Case(stored.Id), added));
        }

        entries.AddRange(contacts.Where(c => c.State == EntityState.Modified)
            .Select(c => AuditEntry.By(actor, ActionOn(c), now, AuditRecord.Contact(c.Entity.Id))));
        context.AddRange(entries);
    }

    private static AuditAction ActionOn(EntityEntry<Contact> contact) =>
        (contact.OriginalValues[nameof(Contact.RemovedAt)], contact.Entity.RemovedAt) switch
        {
            (null, not null) => AuditAction.ContactRemoved,
            (not null, null) => AuditAction.ContactRestored,
            _ => AuditAction.ContactAmended,
        };

    /// <summary>The count of contacts and the version follow what happens to the contacts: they are no change of the case.</summary>
    private static bool SaysSomethingElse(EntityEntry<CovidCase> stored) => stored.State == EntityState.Modified && stored.Properties.Any(
        property => property.IsModified && property.Metadata.Name == nameof(CovidCase.Revision));
}
